import NIOCore
import NIOHTTP1

/// An operation that a function by hand answers, about one record: 404 when there is none.
package struct AnswerRecordCall<
    R: Resource, Input: OperationInput, Output: OperationOutput, Refusal: DeclaredProblem
>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget
    private let allowed: RoleSet
    private let call: HandCall<Refusal>
    /// The call of a GET, which no version can be wrong for.
    private let read: HandCall<Refusal>
    private let function: @Sendable (RecordCall<R, Input>) async throws -> Output

    /// - Parameters:
    ///   - name: of the operation.
    ///   - refusal: what the function may throw beside the problems of the API itself.
    package init(
        _ store: RecordStore<R>, _ name: String, of target: RecordTarget, allow allowed: RoleSet,
        refusing refusal: Refusal.Type = NoRefusal.self,
        by function: @escaping @Sendable (RecordCall<R, Input>) async throws -> Output
    ) {
        self.store = store
        self.target = target
        self.allowed = allowed
        self.call = HandCall(
            HandFunction(resource: R.facts.name, name: name), store.work,
            own: [.notFound, .stale, .unavailable(), .internalError] + Input.problems)
        self.read = call.without(.stale)
        self.function = function
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try store.stand(request, target, to: allowed)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let standing = try store.stand(request, target, to: allowed)
        let id = standing.id
        try Problem.refuseQuery(request)
        // Whose the record is may be told by its row alone, and a body is read for those alone who may send one.
        guard let row = try await store.row(id, deadline: request.deadline) else { throw Problem.notFound }
        let roles = try store.known(standing, request.caller, by: row).roles
        let input = try Input.read(request)
        // A read has no version that it could be about.
        let expected = request.method == .GET ? nil : try await store.expectedVersion(request, id)
        let version = RecordStore<R>.version(of: row)
        if let expected, expected != version { throw Problem.stale }
        let readable = R.readable(row, by: roles)
        let call = request.method == .GET ? read : call
        let deadline = call.deadline(request.deadline)
        let asked = RecordCall<R, Input>(
            caller: request.caller, id: id, input: input, readable: readable, version: version, requestID: request.id,
            deadline: deadline, store: CallStore(postgres: store.postgres, cache: store.cache), row: row)
        return try await call.run(by: deadline) { [function] in try await function(asked) }.response
    }
}
