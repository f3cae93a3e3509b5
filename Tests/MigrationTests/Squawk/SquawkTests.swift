import Foundation
import Generator
import Testing

@testable import Runtime

@Suite("Migration: squawk")
struct SquawkTests {
    @Test(
        "finds nothing in what is shipped and in what any pair of contracts plans, but what is waived with its reason")
    func everything() throws {
        let scripts = try Self.scripts()
        let folder = FileManager.default.temporaryDirectory.appending(path: "squawk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, script) in scripts {
            try Data(script.text.utf8).write(to: folder.appending(path: name))
        }
        let findings = try Squawk.findings(in: folder, Array(scripts.keys))
        var used: Set<Int> = []
        for finding in findings {
            let script = try #require(scripts[finding.file])
            let line = script.lines[finding.line]
            let phase = script.phases[finding.line]
            let waiver = SquawkWaiver.all.firstIndex { $0.covers(finding, line: line, phase: phase) }
            #expect(waiver != nil, "\(finding.rule) in \(finding.file), \(phase): \(finding.message)\n\(line)")
            if let waiver { used.insert(waiver) }
        }
        for (place, waiver) in SquawkWaiver.all.enumerated() {
            #expect(used.contains(place), "nothing needs the waiver of \(waiver.rule) for `\(waiver.line)`")
        }
    }

    @Test("finds what we would never write, so its silence says something")
    func control() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "squawk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let naive = """
            --@ step 1 expand transaction
            ALTER TABLE t ALTER COLUMN a SET NOT NULL;
            CREATE INDEX i ON t (a);
            ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
            ALTER TABLE t ADD COLUMN b timestamptz DEFAULT clock_timestamp();
            """
        try Data(SquawkScript(naive).text.utf8).write(to: folder.appending(path: "naive.sql"))
        let rules = Set(try Squawk.findings(in: folder, ["naive.sql"]).map(\.rule))
        let expected: Set = [
            "adding-not-nullable-field", "require-concurrent-index-creation", "constraint-missing-not-valid",
            "adding-field-with-default",
        ]
        #expect(rules.isSuperset(of: expected), "\(rules)")
    }

    private static func scripts() throws -> [String: SquawkScript] {
        var scripts: [String: SquawkScript] = [:]
        for (name, text) in try Squawk.shipped() { scripts[name] = SquawkScript(text) }
        let documents = try TestContract.allCases.map { ($0, try $0.document()) }
        for (source, old) in documents {
            for (target, new) in documents where target != source {
                let migration = try MigrationFiles.made(2, from: old, to: new).committed
                scripts["\(source)-\(target).up.sql"] = SquawkScript(migration.up)
                scripts["\(source)-\(target).down.sql"] = SquawkScript(migration.down)
            }
        }
        return scripts
    }
}
