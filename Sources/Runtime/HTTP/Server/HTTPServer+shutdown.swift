import NIOCore
import NIOPosix
import Synchronization

extension HTTPServer {
    /// Stops accepting, lets the requests in flight finish for at most `drain`, closes what is left and frees the
    /// threads. Each answer during that time is its connection's last.
    /// - Parameter readiness: called first, so that `/readyz` fails and balancers send no more.
    package func shutdownGracefully(
        drain: Duration, readiness: @Sendable () async -> Void = {}
    ) async throws {
        await readiness()
        guard let running = running.withLock({ $0.take() }) else {
            return try await group.shutdownGracefully()
        }
        gate.close()
        try? await running.listener.close().get()
        for loop in running.loops { try await loop.run { $0.drain() } }
        await waitUntilEmpty(within: drain)
        for loop in running.loops { try await loop.run { $0.closeAll() } }
        for loop in running.loops { loop.stop() }
        try await group.shutdownGracefully()
    }

    /// Looks every few milliseconds: shutdown is rare, and a list of those who wait would burden every close.
    private func waitUntilEmpty(within limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while gate.current > 0, ContinuousClock.now < deadline {
            guard (try? await Task.sleep(for: .milliseconds(5))) != nil else { return }
        }
    }
}
