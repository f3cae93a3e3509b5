import NIOCore
import NIOHTTP1

/// `DELETE /…/{id}`: takes a record away, in one statement with its audit event, and answers 204; from then on it is a 404.
///
/// Records that refer to it go too, forget it, or stand in the way (409 `in_use`), as their `on_delete` says. A body is not
/// looked at (RFC 9110 section 9.3.5).
package struct DeleteRecord<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget

    package init(_ store: RecordStore<R>, of target: RecordTarget) {
        self.store = store
        self.target = target
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try store.stand(request, target, to: R.facts.access.delete)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let standing = try store.stand(request, target, to: R.facts.access.delete)
        try Problem.refuseQuery(request)
        try await store.writing(request, standing) { _, context in
            try await store.delete(standing.id, context)
        }
        return Response(.noContent)
    }
}
