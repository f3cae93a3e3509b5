import NIOHTTP1

/// Is told of every answered request, on the connection's event loop: must not block.
package protocol RequestObserver: Sendable {
    /// - Parameters:
    ///   - route: the pattern, never the path, so that no identity ends in a label; `"none"` when nothing matched.
    ///   - duration: from the request's head to the answer being written.
    func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int)
}
