import NIOCore
import NIOHTTP1

/// `POST`: makes a record, and answers 201 with its place and the record as the caller sees it.
///
/// A record whose key is no identity may be given one by the body, so that a creation that is sent twice makes one record;
/// else the server makes the key.
package struct CreateRecord<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    /// The path of the records; the new one's key stands behind it in `Location`.
    private let path: String

    package init(_ store: RecordStore<R>, at path: String) {
        self.store = store
        self.path = path
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        try admit(request)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        try admit(request)
        try Problem.refuseQuery(request)
        let body = try store.body(request, mode: .create, writable: R.creatable) { body throws(JSONError) in
            try R.read(&body)
        }
        // The body was found complete: one that may leave the key out leaves it to us.
        let id = R.key(of: body.patch) ?? .made()
        let context = WriteContext(
            caller: request.caller, requestID: request.id, deadline: request.deadline, expected: nil)
        let row = try await body.renamed.telling {
            try await store.create(id, body.patch, present: body.present, context)
        }
        let roles = store.roles(of: request.caller, in: row)
        let view = store.render(row, store.wholeView(roles, request))
        return Response(
            .created, contentType: .json, body: view.body, etag: view.etag, headers: [("Location", "\(path)/\(id)")])
    }

    private func admit(_ request: Request) throws(Problem) {
        guard request.caller.roles.intersects(R.facts.access.create) else { throw .refused(request.caller) }
    }
}
