import Foundation
import Logging
import Testing

@testable import Runtime
@testable import Server

@Suite("The settings' file")
struct SettingsFileTests {
    private func withFile(_ bytes: [UInt8], _ test: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "roster-settings-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try test(path)
    }

    private func mistakes(_ bytes: [UInt8]) throws -> [String] {
        var found: [String] = []
        try withFile(bytes) { path in
            do throws(SettingsRefused) {
                _ = try SettingsReader(Environment(["ROSTER_CONFIG": path]))
            } catch { found = error.mistakes.map { $0.replacing(path, with: "FILE") } }
        }
        return found
    }

    @Test("its values hold where the environment sets none")
    func layers() throws {
        let text = """
            # a comment

              ROSTER_PORT = 9000\r
            ROSTER_HOST=10.0.0.1
            ROSTER_LOG_LEVEL=
            DATABASE_URL=postgres://a:b=c@db/users?sslmode=require#x
            """
        try withFile(Array(text.utf8)) { path in
            let reader = try SettingsReader(Environment(["ROSTER_CONFIG": path, "ROSTER_HOST": "::1"]))
            #expect(reader.settings.http.port == 9000)
            #expect(reader.settings.http.host == "::1")
            #expect(reader.settings.postgres.url == "postgres://a:b=c@db/users?sslmode=require#x")
            #expect(reader.settings.logLevel == .info)
            #expect(
                reader.sources == [
                    "ROSTER_PORT": .file, "ROSTER_HOST": .environment, "DATABASE_URL": .file,
                    "ROSTER_CONFIG": .environment,
                ])
        }
    }

    @Test(
        "what is wrong in it is told with its line, and never skipped",
        arguments: [
            ("ROSTER_PORT 9000", ["FILE:1: the line is no `NAME=value`."]),
            ("\n=s3cret\ns3cret", ["FILE:2: the line is no `NAME=value`.", "FILE:3: the line is no `NAME=value`."]),
            ("ROSTER_PORT=1\nROSTER_PORT=1", ["FILE:2: `ROSTER_PORT` is set a second time."]),
            ("ROSTER_PROT=1", ["`ROSTER_PROT` in the file is no setting. Did you mean ROSTER_PORT?"]),
            ("PATH=1", ["`PATH` in the file is no setting. `roster config` lists those there are."]),
            ("ROSTER_FOLDER=x", ["ROSTER_FOLDER: it is read from the environment only, and stands in the file."]),
            (
                "ROSTER_PORT=\"1\"",
                [#"ROSTER_PORT: `"1"` is no whole number. It takes a whole number from 0 to 65535."#]
            ),
        ])
    func wrong(text: String, sentences: [String]) throws {
        #expect(try mistakes(Array(text.utf8)) == sentences)
    }

    @Test("a file that cannot be read, is too large or no text is refused")
    func unreadable() throws {
        #expect(throws: SettingsRefused.self) {
            try SettingsReader(Environment(["ROSTER_CONFIG": "/no/such/file"]))
        }
        #expect(throws: SettingsRefused.self) { try SettingsReader(Environment(["ROSTER_CONFIG": "/tmp"])) }
        #expect(try mistakes([0xFF, 0xFE]).count == 1)
        #expect(try mistakes(Array(repeating: UInt8(ascii: "#"), count: (1 << 20) + 1)).count == 1)
        #expect(try mistakes(Array(repeating: UInt8(ascii: "#"), count: 1 << 20)).isEmpty)
    }
}
