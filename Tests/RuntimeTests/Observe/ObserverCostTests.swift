#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Foundation
import NIOHTTP1
import Testing

@testable import Runtime

/// Not tests of promises but measurements, so they run only when asked for: `ROSTER_MEASURE=1 swift test -c release`.
@Suite(
    "What observing a request costs", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["ROSTER_MEASURE"] == "1"))
struct ObserverCostTests {
    private static let rounds = 300_000

    /// Prints the wall time a request for the caller, and the CPU time a request for the whole process, writer included.
    private func measure(_ name: String, _ observer: any RequestObserver, end: () async -> Void = {}) async {
        let cpu = clock()
        let elapsed = ContinuousClock().measure {
            for round in 0..<Self.rounds {
                observer.finished(
                    method: .GET, route: "/api/users/{id}", status: .ok, duration: .microseconds(round % 500),
                    requestID: "h2k9x7c4m1q8w3z", responseBytes: 512)
            }
        }
        await end()
        let all = Double(clock() - cpu) * 1e9 / Double(CLOCKS_PER_SEC) / Double(Self.rounds)
        print("\(name): \(Int(elapsed / .nanoseconds(1) / Double(Self.rounds))) ns a request, \(Int(all)) ns of CPU")
    }

    @Test("metrics")
    func metrics() async {
        let patterns = (0..<20).map { "/api/things/\($0)" } + ["/api/users/{id}"]
        await measure("metrics", RequestMetrics(patterns: patterns, metrics: Metrics()))
    }

    @Test("a line for every request, to a file", arguments: LogFormat.allCases)
    func lines(format: LogFormat) async throws {
        let path = NSTemporaryDirectory() + "roster-cost-\(UUID().uuidString)"
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        for (name, scope) in [("off", RequestLog.Scope.off), ("errors", .errors), ("all", .all)] {
            var configuration = LogSink.Configuration()
            configuration.format = format
            configuration.descriptor = file
            configuration.maximumPendingBytes = 1 << 30
            let sink = try LogSink(configuration, metrics: Metrics())
            await measure("\(format.rawValue) lines, \(name)", RequestLog(sink: sink, scope: scope)) {
                await sink.close(within: .seconds(60))
            }
        }
    }
}
