import NIOCore
import NIOHTTP1

/// An operation that a function by hand answers, about no single record.
package struct AnswerCall<Input: OperationInput, Output: OperationOutput>: Endpoint {
    private let postgres: PostgresPool
    private let allowed: RoleSet
    private let function: @Sendable (Call<Input>) async throws -> Output

    package init(
        _ services: Services, allow allowed: RoleSet,
        by function: @escaping @Sendable (Call<Input>) async throws -> Output
    ) {
        self.postgres = services.postgres
        self.allowed = allowed
        self.function = function
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        guard request.caller.roles.intersects(allowed) else { throw .refused(request.caller) }
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        guard request.caller.roles.intersects(allowed) else { throw Problem.refused(request.caller) }
        try Problem.refuseQuery(request)
        let call = Call(
            caller: request.caller, input: try Input.read(request), requestID: request.id, deadline: request.deadline,
            database: postgres)
        return try await offLoop { try await function(call) }.response
    }
}
