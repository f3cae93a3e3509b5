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
        _ = try store.admit(request, target, to: allowed)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles) = try store.admit(request, target, to: allowed)
        try Problem.refuseQuery(request)
        let input = try Input.read(request)
        let context = try await store.context(request, id)
        let row = try await store.move(id, by: move, detail: input.detail, context)
        let view = try await store.view(of: row, id, roles, request)
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }
}
