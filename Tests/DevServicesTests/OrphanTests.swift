import Foundation
import Testing

@testable import DevServices

@Suite("When the program that started them is killed", .timeLimit(.minutes(1)))
struct OrphanTests {
    @Test("Postgres and Redis end, and their temporary folders go")
    func endWithParent() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let program = try #require(Self.roster)
        // The folder is also TMPDIR, so that what is left over can be seen.
        let parent = try ChildProcess(
            ["/usr/bin/env", "TMPDIR=\(folder)", program, "services", "--temporary"], log: folder + "/out")
        let started = await poll(within: .seconds(30)) { Self.ports(folder + "/out").count == 2 || parent.isGone }
        #expect(started && !parent.isGone)
        let ports = Self.ports(folder + "/out")
        #expect(ports.allSatisfy { !FreePort.isFree($0) })
        parent.signal(SIGKILL)
        #expect(await poll(within: .seconds(15)) { ports.allSatisfy(FreePort.isFree) })
        #expect(
            await poll(within: .seconds(15)) {
                (try? FileManager.default.contentsOfDirectory(atPath: folder)) == ["out"]
            })
        #expect(await parent.gone(within: .seconds(5)))
    }

    @Test("a signal ends them in good order")
    func endOnSignal() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let program = try #require(Self.roster)
        let parent = try ChildProcess(
            ["/usr/bin/env", "TMPDIR=\(folder)", program, "services", "--temporary"], log: folder + "/out")
        let started = await poll(within: .seconds(30)) { Self.ports(folder + "/out").count == 2 || parent.isGone }
        #expect(started && !parent.isGone)
        parent.signal(SIGINT)
        #expect(await parent.gone(within: .seconds(15)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
    }

    /// The ports in what `roster services` has printed so far.
    private static func ports(_ path: String) -> [UInt16] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.matches(of: #/127\.0\.0\.1:(\d+)/#).compactMap { UInt16($0.1) }
    }

    /// The program that was built together with these tests.
    private static var roster: String? {
        let products = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
            .deletingLastPathComponent()
        // Next to the tests on Linux; on macOS they are inside a bundle.
        return [".", "../../..", "../../../.."].map { products.appendingPathComponent($0 + "/roster").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }
}
