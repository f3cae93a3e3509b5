import NIOCore
import NIOHTTP1

/// `POST /…/{id}/suspend`: moves a record to another state, as the spec's `operations:` say, and answers the record as the
/// caller sees it now, with its new entity tag.
package struct MoveRecord<R: Resource, Input: OperationInput>: Endpoint {
    private let store: RecordStore<R>
    private let move: Move
    private let target: RecordTarget
    private let allowed: RoleSet

    package init(_ store: RecordStore<R>, _ move: Move, of target: RecordTarget, allow allowed: RoleSet) {
        self.store = store
        self.move = move
        self.target = target
        self.allowed = allowed
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try store.stand(request, target, to: allowed)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let standing = try store.stand(request, target, to: allowed)
        try Problem.refuseQuery(request)
        let row = try await store.writing(request, standing) { _, context in
            let input = try Input.read(request)
            return try await store.move(standing.id, by: move, detail: input.detail, context)
        }
        let roles = store.roles(of: request.caller, in: row)
        let view = try await store.view(of: row, standing.id, roles, request)
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }
}
