import NIOCore
import NIOHTTP1

/// An operation that a function by hand answers, about no single record.
package struct AnswerCall<Input: OperationInput, Output: OperationOutput, Refusal: DeclaredProblem>: Endpoint {
    private let store: CallStore
    private let allowed: RoleSet
    private let call: HandCall<Refusal>
    private let function: @Sendable (Call<Input>) async throws -> Output

    /// - Parameters:
    ///   - name: of the operation.
    ///   - resource: that it is on, in the spec.
    ///   - refusal: what the function may throw beside the problems of the API itself.
    package init(
        _ services: Services, _ name: String, on resource: String, allow allowed: RoleSet,
        refusing refusal: Refusal.Type = NoRefusal.self,
        by function: @escaping @Sendable (Call<Input>) async throws -> Output
    ) {
        self.store = CallStore(postgres: services.postgres, cache: services.cache)
        self.allowed = allowed
        self.call = HandCall(
            HandFunction(resource: resource, name: name), services.work,
            own: [.unavailable(), .internalError] + Input.problems)
        self.function = function
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        guard request.caller.roles.intersects(allowed) else { throw .refused(request.caller) }
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        guard request.caller.roles.intersects(allowed) else { throw Problem.refused(request.caller) }
        try Problem.refuseQuery(request)
        let deadline = call.deadline(request.deadline)
        let asked = Call(
            caller: request.caller, input: try Input.read(request), requestID: request.id, deadline: deadline,
            store: store)
        return try await call.run(by: deadline) { [function] in try await function(asked) }.response
    }
}

extension OperationInput {
    /// The API's own problems that a function which has such an input may throw.
    static var problems: [Problem] { Self.self == NoInput.self ? [] : [.validation([])] }
}
