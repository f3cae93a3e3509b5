import NIOCore
import NIOHTTP1

/// `PUT` and `PATCH /…/{id}`: changes the fields that the caller may write, in one statement.
///
/// PUT must name every required field; what it leaves out stays. PATCH is a merge patch (RFC 7396). The answer is the
/// record as the caller sees it now, with its new entity tag.
package struct UpdateRecord<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget
    private let mode: BodyMode

    package init(_ store: RecordStore<R>, of target: RecordTarget, _ mode: BodyMode) {
        self.store = store
        self.target = target
        self.mode = mode
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try store.admit(request, target, to: R.facts.access.update)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let (_, roles, row) = try await store.change(request, target, mode)
        let view = store.render(row, .whole(roles))
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }
}

extension RecordStore {
    /// The road of every change of a whole record: rights, media type, body, precondition, statement.
    func change(
        _ request: Request, _ target: RecordTarget, _ mode: BodyMode
    ) async throws -> (id: RecordID, roles: RoleSet, row: Row) {
        let (id, roles) = try admit(request, target, to: R.facts.access.update)
        try Problem.refuseQuery(request)
        let body = try body(request, mode: mode, writable: R.writable(by: roles)) { body throws(JSONError) in
            try R.read(&body)
        }
        return (id, roles, try await update(id, body.patch, present: body.present, context(request, id)))
    }

    /// Who writes, and what the write may replace.
    func context(_ request: Request, _ id: RecordID) async throws -> WriteContext {
        WriteContext(
            caller: request.caller, requestID: request.id, deadline: request.deadline,
            expected: try await expectedVersion(request, id))
    }
}

extension Problem {
    /// Refuses a query on a route that takes none.
    static func refuseQuery(_ request: Request) throws(Problem) {
        guard request.query?.isEmpty ?? true else { throw .unknownParameter(known: []) }
    }
}
