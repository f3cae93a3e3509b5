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
        _ = try store.stand(request, target, to: R.facts.access.update)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles, row) = try await store.change(request, target, mode)
        let view = try await store.view(of: row, id, roles, request)
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }
}

extension RecordStore {
    /// The road of every change of a whole record: rights, media type, body, precondition, statement.
    func change(
        _ request: Request, _ target: RecordTarget, _ mode: BodyMode
    ) async throws -> (id: RecordID, roles: RoleSet, row: Row) {
        let standing = try stand(request, target, to: R.facts.access.update)
        try Problem.refuseQuery(request)
        let row = try await writing(request, standing) { roles, context in
            let body = try body(request, mode: mode, writable: R.writable(by: roles)) { body throws(JSONError) in
                try R.read(&body)
            }
            return try await body.renamed.telling {
                try await update(standing.id, body.patch, present: body.present, context)
            }
        }
        // The row that was written may name another owner.
        return (standing.id, roles(of: request.caller, in: row), row)
    }

    /// What the writer is shown of the row that the write returned.
    ///
    /// The row's owner may have changed who sees what while the statement waited for the row: then its choices are older
    /// than the row, since a statement sees the rest of the database as it was when it began (Postgres manual, 13.2.1). So
    /// a writer whose view depends on them is shown what a reader is shown now.
    func view(
        of row: Row, _ id: RecordID, _ roles: RoleSet, _ request: Request
    ) async throws -> CachedView {
        let view = wholeView(roles, request)
        let written = render(row, view)
        guard !R.assured(to: roles).isSuperset(of: R.offered(to: roles)) else { return written }
        return try await read(id, view, deadline: request.deadline) ?? written
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
