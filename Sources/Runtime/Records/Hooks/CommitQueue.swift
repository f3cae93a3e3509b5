import Logging
import Synchronization

/// The hooks that are to be called after changes: a bounded queue, and the one who works it off, in `run`.
///
/// A hook is called at most once. What finds the queue full, fails, or takes longer than its time is counted and
/// logged, by the resource and the kind of error alone. What must never be lost is read from `roster.audit_events`.
package final class CommitQueue: Sendable {
    private struct Job: Sendable {
        let resource: String
        let body: @Sendable () async throws -> Void
    }

    /// How hooks after changes are called.
    package struct Configuration: Sendable {
        /// How long one may take before it is told as failed and its task is cancelled. One that does not heed this
        /// keeps its place among `width` until it ends.
        package var time = Duration.seconds(10)
        /// How many may wait; what comes above it is dropped and counted.
        package var capacity = 1_024
        /// How many are called at a time.
        package var width = 8

        package init() {}
    }

    private let configuration: Configuration
    private let jobs: AsyncStream<Job>
    private let input: AsyncStream<Job>.Continuation
    private let metrics: Metrics
    private let logger: Logger

    package init(_ configuration: Configuration = Configuration(), metrics: Metrics, logger: Logger) {
        (jobs, input) = AsyncStream.makeStream(
            of: Job.self, bufferingPolicy: .bufferingOldest(configuration.capacity))
        self.configuration = configuration
        self.metrics = metrics
        self.logger = logger
    }

    func add(_ resource: String, _ body: @escaping @Sendable () async throws -> Void) {
        if case .enqueued = input.yield(Job(resource: resource, body: body)) { return }
        count(resource, "dropped")
        logger.error("An after-commit hook was dropped.", metadata: ["hook.resource": "\(resource)"])
    }

    /// Calls hooks as they come. Returns when the queue was closed and is empty, or when its task is cancelled.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            for await job in jobs {
                if running == configuration.width {
                    await group.next()
                    running -= 1
                }
                running += 1
                group.addTask { await self.call(job) }
            }
        }
    }

    /// Takes nothing more; `run` returns when what waits has been called.
    package func close() {
        input.finish()
    }

    private func call(_ job: Job) async {
        let start = ContinuousClock.now
        defer {
            metrics.seconds(of: HandFunction(resource: job.resource, name: "after_commit")).record(.now - start)
        }
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await job.body() }
            group.addTask { [configuration] in
                try await Task.sleep(for: configuration.time)
                throw TookTooLong()
            }
            // Told before the group is over: a body that does not heed its cancellation may never be.
            do {
                try await group.next()
                count(job.resource, "done")
            } catch {
                failed(job.resource, error)
            }
            group.cancelAll()
        }
    }

    private func failed(_ resource: String, _ error: any Error) {
        count(resource, "failed")
        // The kind alone: what an error says may be somebody's.
        logger.error(
            "An after-commit hook failed.",
            metadata: ["hook.resource": "\(resource)", "error.type": "\(type(of: error))"])
    }

    private struct TookTooLong: Error {}

    private func count(_ resource: String, _ outcome: String) {
        metrics.counter(
            "roster_after_commit_hooks_total", help: "After-commit hooks by resource and outcome.",
            labels: [("resource", resource), ("outcome", outcome)]
        ).increment()
    }
}
