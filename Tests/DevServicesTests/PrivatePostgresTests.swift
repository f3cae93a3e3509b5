import Foundation
import Testing

@testable import DevServices

@Suite("A private Postgres", .timeLimit(.minutes(2)))
struct PrivatePostgresTests {
    @Test("answers after its start, and after its stop neither process nor folder is left")
    func startsAndStops() async throws {
        let postgres = try await PrivatePostgres.start(.test)
        #expect(try await query(postgres, "SELECT current_database()") == "roster")
        let pid = await postgres.pid
        await postgres.stop()
        #expect(kill(pid, 0) == -1)
        #expect(!FileManager.default.fileExists(atPath: postgres.folder))
        #expect(FreePort.isFree(postgres.port))
    }

    @Test("runs beside another one")
    func twoAtOnce() async throws {
        async let first = PrivatePostgres.start(.test)
        async let second = PrivatePostgres.start(.test)
        let servers = try await [first, second]
        #expect(servers[0].port != servers[1].port)
        #expect(servers[0].url != servers[1].url)
        for server in servers {
            #expect(try await query(server, "SELECT 1") == "1")
            await server.stop()
        }
    }

    @Test("does not answer while frozen, and does again when thawed")
    func freezes() async throws {
        let postgres = try await PrivatePostgres.start(.test)
        try await postgres.freeze()
        #expect(try await query(postgres, "SELECT 1", seconds: 1) == nil)
        await postgres.thaw()
        #expect(try await query(postgres, "SELECT 1") == "1")
        try await postgres.freeze()
        await postgres.stop()
    }

    @Test("keeps port and data over SIGKILL and restart")
    func survivesKill() async throws {
        let postgres = try await PrivatePostgres.start(.test)
        _ = try await query(postgres, "CREATE TABLE kept AS SELECT 7 AS n")
        let before = await postgres.pid
        await postgres.kill()
        #expect(kill(before, 0) == -1)
        #expect(ProcessTree.children(of: before).isEmpty)
        await #expect(throws: DevServiceError.self) { try await postgres.freeze() }
        try await postgres.restart()
        #expect(await postgres.pid != before)
        #expect(try await query(postgres, "SELECT n FROM kept") == "7")
        await postgres.stop()
    }

    @Test("refuses a wrong password, and writes no value of a failing statement to its log")
    func keepsSecrets() async throws {
        let postgres = try await PrivatePostgres.start(.test)
        let wrong = postgres.url.replacing(#/roster:[^@]+@/#, with: "roster:wrong@")
        #expect(try await query(url: wrong, "SELECT 1") == nil)
        _ = try await query(postgres, "CREATE TABLE people (email text UNIQUE)")
        _ = try await query(postgres, "INSERT INTO people VALUES ('ada@example.com'), ('ada@example.com')")
        _ = try await query(postgres, "SELECT 'ada@example.com'::uuid")
        let log = try String(contentsOfFile: postgres.folder + "/postgres.log", encoding: .utf8)
        #expect(!log.contains("ada@example.com"))
        await postgres.stop()
    }

    @Test("in development keeps its data and port from one start to the next, and only one runs in a folder")
    func lasts() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let first = try await PrivatePostgres.start(.development(folder: folder + "/postgres"))
        _ = try await query(first, "CREATE TABLE kept AS SELECT 7 AS n")
        await #expect(throws: DevServiceError.self) {
            try await PrivatePostgres.start(.development(folder: folder + "/postgres"))
        }
        await first.stop()
        let second = try await PrivatePostgres.start(.development(folder: folder + "/postgres"))
        #expect(second.url == first.url)
        #expect(try await query(second, "SELECT n FROM kept") == "7")
        await second.stop()
    }

    @Test("starts over a pid file that names a living stranger")
    func stalePidFile() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let first = try await PrivatePostgres.start(.development(folder: folder + "/postgres"))
        let pidFile = first.folder + "/data/postmaster.pid"
        await first.stop()
        // The process of this test is alive and is no Postgres.
        try "\(getpid())\n\(first.folder)/data\n0\n\(first.port)\n".write(
            toFile: pidFile, atomically: true, encoding: .utf8)
        let second = try await PrivatePostgres.start(.development(folder: folder + "/postgres"))
        #expect(try await query(second, "SELECT 1") == "1")
        await second.stop()
    }

    @Test("makes a cluster again that was left half made, and takes another port when its own is taken")
    func repairs() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let path = folder + "/postgres"
        try Folder.create(path + "/data/half", mode: 0o755)
        let taken = try Listener()
        try "\(taken.port)\n".write(toFile: path + "/port", atomically: true, encoding: .utf8)
        let postgres = try await PrivatePostgres.start(.development(folder: path))
        #expect(postgres.port != taken.port)
        #expect(try await query(postgres, "SELECT 1") == "1")
        await postgres.stop()
    }

    @Test("says what to install when the program is missing, and which port is taken")
    func explains() async throws {
        var configuration = PrivatePostgres.Configuration.test
        let taken = try Listener()
        configuration.port = taken.port
        await #expect { try await PrivatePostgres.start(configuration) } throws: { error in
            "\(error)" == "Port \(taken.port) on 127.0.0.1 is taken. Free it, or choose another."
        }
        configuration.finder = ProgramFinder(folders: ["/usr/bin", "/bin"])
        await #expect { try await PrivatePostgres.start(configuration) } throws: { error in
            "\(error)"
                == "The program 'postgres' is not installed. On Debian or Ubuntu: sudo apt-get install postgresql. "
                + "On macOS: brew install postgresql@17."
        }
    }
}
