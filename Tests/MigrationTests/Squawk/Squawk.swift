import Foundation
import Testing

/// The linter of migrations that `scripts/python-tools` installs, pinned: what others think of our SQL.
enum Squawk {
    struct Finding: Decodable {
        let file: String
        /// From 0.
        let line: Int
        let message: String
        let rule: String

        enum CodingKeys: String, CodingKey {
            case file, line, message
            case rule = "rule_name"
        }
    }

    private static let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// - Parameter files: in a folder, by their names.
    static func findings(in folder: URL, _ files: [String]) throws -> [Finding] {
        // Quick when all is there; a machine that has never run it needs a network once.
        _ = try output(of: "scripts/python-tools", [], in: checkout, allows: [0])
        let squawk = checkout.appending(path: ".roster/python-tools/bin/squawk").path
        // 1: it has found something.
        let text = try output(of: squawk, ["--reporter", "json"] + files.sorted(), in: folder, allows: [0, 1])
        return try JSONDecoder().decode([Finding].self, from: text)
    }

    private static func output(
        of program: String, _ arguments: [String], in folder: URL, allows statuses: Set<Int32>
    ) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "squawk-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: program, relativeTo: folder)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        try #require(statuses.contains(process.terminationStatus), "\(program) failed")
        return try Data(contentsOf: file)
    }

    /// The shipped migrations: their ids, and `up.sql` and `down.sql` of each.
    static func shipped() throws -> [(name: String, text: String)] {
        let folder = checkout.appending(path: "spec/migrations")
        let ids = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".") }.sorted()
        return try ids.flatMap { id in
            try ["up", "down"].map { way in
                let file = folder.appending(path: "\(id)/\(way).sql")
                return ("\(id).\(way).sql", try String(contentsOf: file, encoding: .utf8))
            }
        }
    }
}
