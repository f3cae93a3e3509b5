import Foundation
import Testing

@testable import DevServices

@Suite("The watchdog")
struct WatchdogTests {
    @Test("ends the server and deletes the folder when its parent is gone")
    func endsOrphans() async throws {
        let folder = try Folder.temporary("roster-test")
        let logs = try Folder.temporary("roster-test")
        defer { Folder.remove(logs) }
        let log = logs + "/log"
        let server = try ChildProcess(["/bin/sleep", "60"], log: log)
        var watchdog: Watchdog? = try Watchdog(pid: server.pid, signal: "TERM", remove: folder, log: log)
        try await confirmAlive(server)
        // The same as our death: the last holder of the pipe lets it go.
        watchdog = nil
        #expect(await server.gone(within: .seconds(10)))
        #expect(await poll(within: .seconds(10)) { !FileManager.default.fileExists(atPath: folder) })
        #expect(watchdog == nil)
    }

    @Test("wakes a frozen server to end it")
    func endsFrozen() async throws {
        let logs = try Folder.temporary("roster-test")
        defer { Folder.remove(logs) }
        let log = logs + "/log"
        let server = try ChildProcess(["/bin/sleep", "60"], log: log)
        var watchdog: Watchdog? = try Watchdog(pid: server.pid, signal: "TERM", remove: nil, log: log)
        ProcessTree.freeze(server.pid)
        watchdog = nil
        #expect(await server.gone(within: .seconds(10)))
        #expect(watchdog == nil)
    }

    @Test("leaves the server alone when it is dismissed")
    func dismissed() async throws {
        let logs = try Folder.temporary("roster-test")
        defer { Folder.remove(logs) }
        let log = logs + "/log"
        let server = try ChildProcess(["/bin/sleep", "60"], log: log)
        let watchdog = try Watchdog(pid: server.pid, signal: "TERM", remove: nil, log: log)
        await watchdog.dismiss()
        try await confirmAlive(server)
        server.signal(SIGKILL)
        #expect(await server.gone(within: .seconds(10)))
    }

    private func confirmAlive(_ server: ChildProcess) async throws {
        #expect(!server.isGone)
        #expect(kill(server.pid, 0) == 0)
        #expect(getsid(server.pid) == server.pid, "a session of its own, which Ctrl-C does not reach")
    }
}
