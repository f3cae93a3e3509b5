import Foundation
import SpecCheckout
import Testing

@Suite("rosterc diff")
struct DiffCommandTests {
    private static let folder = Fixture.folder.appending(path: "Diff")

    private static func diff(_ change: String, _ options: String...) throws -> BuiltTool.Result {
        try BuiltTool.run(["diff", "old.yaml", "new.yaml"] + options, in: folder.appending(path: change))
    }

    @Test("ends with 1 for what is breaking or dangerous, unless that is allowed")
    func status() throws {
        let expected: [(String, [Int32])] = [
            ("page-limit-raised", [0, 0, 0]), ("visibility-widened", [1, 0, 0]), ("field-removed", [1, 1, 0]),
        ]
        for (change, statuses) in expected {
            let results = [
                try Self.diff(change), try Self.diff(change, "--allow", "dangerous"),
                try Self.diff(change, "--allow", "breaking"),
            ]
            #expect(results.map(\.status) == statuses, "\(change)")
            #expect(Set(results.map(\.output)).count == 1, "what is allowed is said all the same")
        }
    }

    @Test("says JSON that a program can read")
    func json() throws {
        struct Report: Decodable {
            struct Change: Decodable {
                struct Place: Decodable, Equatable { let file: String, line: Int, column: Int }
                let rule: String, name: String, severity: String, subject: String, message: String
                let old: Place, new: Place
                let reason: String, remedy: String
            }
            let changes: [Change]
            let counts: [String: Int]
        }
        let result = try Self.diff("several-at-once", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        #expect(report.counts == ["breaking": 3, "dangerous": 1, "fine": 1])
        let removed = try #require(report.changes.first { $0.rule == "DIFF101" })
        #expect(removed.subject == "profile.age" && removed.severity == "breaking" && removed.name == "field-removed")
        #expect(removed.old == .init(file: "old.yaml", line: 24, column: 7))
    }

    @Test("takes a revision, a file of a revision, and a file, and gives none of them to a shell")
    func revisions() throws {
        let repository = try Scratch()
        let file = repository.folder.appending(path: "spec/users.yaml")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: false)
        func put(_ version: String) throws {
            try Data(contentsOf: Self.folder.appending(path: "field-removed/\(version).yaml")).write(to: file)
        }
        try put("old")
        for command in [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]] {
            try Self.git(command, in: repository.folder)
        }
        try put("new")
        let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        for arguments in [["HEAD"], ["HEAD:spec/users.yaml", "spec/users.yaml"], ["HEAD", "spec/users.yaml"]] {
            let result = try BuiltTool.run(["diff"] + arguments, in: repository.folder, environment: path)
            #expect(result.status == 1)
            #expect(result.output.contains("  old: HEAD:spec/users.yaml:24:7\n"))
            #expect(result.output.contains("  new: spec/users.yaml:11:3\n"))
        }
        for name in ["nothing", "HEAD:nothing", "HEAD; touch broken", "$(touch broken)", "HEAD:`touch broken`"] {
            let result = try BuiltTool.run(["diff", name], in: repository.folder, environment: path)
            #expect(result.status == 66)
            #expect(result.output == "")
        }
        let broken = repository.folder.appending(path: "broken").path
        #expect(!FileManager.default.fileExists(atPath: broken))
        // What looks like an option is none of git's.
        let option = try BuiltTool.run(
            ["diff", "--", "--output=broken", "spec/users.yaml"], in: repository.folder, environment: path)
        #expect(option.status == 66)
        #expect(!FileManager.default.fileExists(atPath: broken))
    }

    @Test("does not compare a spec that has errors, and says them")
    func wrong() throws {
        let scratch = try Scratch()
        try Data("spec: 1\nresorces: {}\n".utf8).write(to: scratch.folder.appending(path: "wrong.yaml"))
        let result = try BuiltTool.run(["diff", "wrong.yaml", "wrong.yaml"], in: scratch.folder)
        #expect(result.status == 65)
        #expect(result.output == "")
        #expect(result.errors.contains("[SPEC200]"))
    }

    @Test("a rule is explained by its number and by its name", arguments: ["DIFF101", "diff101", "field-removed"])
    func explain(rule: String) throws {
        let result = try BuiltTool.run(["explain", rule], in: Self.folder)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("DIFF101 field-removed: breaking\n\n"))
    }

    private static func git(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
            + arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
