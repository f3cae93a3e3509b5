import Logging
import Testing

@testable import Runtime

@Suite("The queue of hooks after changes", .timeLimit(.minutes(1)))
struct CommitQueueTests {
    private static func hooks(_ outcome: String, _ metrics: Metrics) -> Counter {
        metrics.counter(
            "roster_after_commit_hooks_total", help: "", labels: [("resource", "shop"), ("outcome", outcome)])
    }

    @Test("one that does not heed its cancellation is told as failed when its time is over, once, and not when it ends")
    func deaf() async throws {
        let metrics = Metrics()
        var configuration = CommitQueue.Configuration()
        configuration.time = .milliseconds(5)
        let queue = CommitQueue(
            configuration, metrics: metrics, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let failed = Self.hooks("failed", metrics)
        queue.add("shop") {
            // In a task that nobody cancels.
            await Task.detached { for await _ in gate {} }.value
        }
        queue.close()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await queue.run() }
            defer { opener.finish() }
            while failed.current == 0 { try await Task.sleep(for: .milliseconds(2)) }
            opener.finish()
            try await group.waitForAll()
        }
        #expect(failed.current == 1)
        #expect(Self.hooks("done", metrics).current == 0)
    }
}
