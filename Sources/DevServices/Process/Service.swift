import Foundation

/// A running server with its watchdog: what Postgres and Redis have in common.
struct Service: Sendable {
    struct Description: Sendable {
        /// For messages.
        let name: String
        let command: [String]
        let log: String
        /// How the watchdog ends it when we are gone.
        let orphanSignal: String
        /// What the watchdog deletes then.
        let removeWhenOrphaned: String?
        /// The longest wait until it is ready.
        let limit: Duration
    }

    private let process: ChildProcess
    private let watchdog: Watchdog

    var pid: Int32 { process.pid }

    /// Starts the server and waits until `isReady` says so.
    ///
    /// - Throws: `.startFailed` with the last lines of the log.
    static func start(_ description: Description, isReady: (Int32) -> Bool) async throws -> Service {
        rename(description.log, description.log + ".previous")
        let process = try ChildProcess(description.command, log: description.log)
        let watchdog: Watchdog
        do {
            watchdog = try Watchdog(
                pid: process.pid, signal: description.orphanSignal, remove: description.removeWhenOrphaned,
                log: description.log)
        } catch {
            ProcessTree.killAll(process.pid)
            throw error
        }
        let service = Service(process: process, watchdog: watchdog)
        _ = await poll(within: description.limit) { process.isGone || isReady(process.pid) }
        guard !process.isGone, isReady(process.pid) else {
            await service.kill()
            await service.end(by: SIGKILL, within: .seconds(5))
            throw DevServiceError(.startFailed, failure(description))
        }
        return service
    }

    /// - Throws: `.state` when the server has ended.
    func freeze() throws {
        guard !process.isGone else {
            throw DevServiceError(.state, "The server has ended; nothing is there to freeze.")
        }
        ProcessTree.freeze(pid)
    }

    func thaw() {
        if !process.isGone { ProcessTree.thaw(pid) }
    }

    func kill() async {
        if !process.isGone { ProcessTree.killAll(pid) }
        _ = await process.gone(within: .seconds(10))
    }

    /// Ends the server by the signal, by SIGKILL when it takes too long, and sends the watchdog home.
    func end(by signal: Int32, within limit: Duration) async {
        thaw()
        process.signal(signal)
        if await !process.gone(within: limit) { await kill() }
        await watchdog.dismiss()
    }

    private static func failure(_ description: Description) -> String {
        let text = (try? String(contentsOfFile: description.log, encoding: .utf8)) ?? ""
        let tail = text.split(separator: "\n").suffix(8).map { "  " + $0 }.joined(separator: "\n")
        return "\(description.name) did not start. The end of \(description.log):\n\(tail.isEmpty ? "  (empty)" : tail)"
    }
}
