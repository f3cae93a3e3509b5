import NIOCore
import NIOHTTP1

/// `POST /admin/…`: makes a record, and answers 201 with its place and the record as the caller sees it.
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
        // The body was found complete, and the key is required.
        guard let id = R.key(of: body.patch) else { throw Problem.internalError }
        let context = WriteContext(
            caller: request.caller, requestID: request.id, deadline: request.deadline, expected: nil)
        let row = try await store.create(id, body.patch, present: body.present, context)
        let view = store.render(row, .whole(store.roles(of: request.caller, on: id)))
        return Response(
            .created, contentType: .json, body: view.body, etag: view.etag, headers: [("Location", "\(path)/\(id)")])
    }

    private func admit(_ request: Request) throws(Problem) {
        guard request.caller.roles.intersects(R.facts.access.create) else { throw .refused(request.caller) }
    }
}
