/// Runs what a person wrote away from the connection's event loop, so that a slow line of theirs holds up one request and
/// not every connection of that loop. How long it may take is the request's deadline: past it the connection answers 503 and
/// cancels the task.
func offLoop<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    let value = try await withTaskExecutorPreference(globalConcurrentExecutor) { try await body() }
    // What comes after the client was told 503 must not be carried out.
    try Task.checkCancellation()
    return value
}
