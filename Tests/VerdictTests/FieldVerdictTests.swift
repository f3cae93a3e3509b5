import Everything
import Foundation
import Generator
import NIOCore
import TestSupport
import Testing

@testable import Runtime

/// Each field of the spec with every word of the language gets values that are right, at the bounds, and hostile. They go to
/// the generated reader, to Postgres, and to the JSON Schema of the OpenAPI document.
@Suite("The reader, the database and the schema", .timeLimit(.minutes(2)))
struct FieldVerdictTests {
    @Test("give the same verdict on every value, but for what only one of them can say")
    func verdicts() async throws {
        let contract = try Self.contract()
        var allowances = Allowances()
        let seeds = SeededGenerator.seeds(1, 2)
        for seed in seeds {
            var cases = try Self.cases(contract, seed: seed)
            #expect(cases.count > 8_000)
            try await StoreUnderTest.with { store in try await Self.ask(store, &cases) }
            try Self.askSchema(&cases)
            let said = Self.unexpected(cases, &allowances)
            #expect(said.isEmpty, "ROSTER_SEED=\(seed): \(said.count)\n\(said.prefix(40).joined(separator: "\n"))")
        }
        // Another seed may be without a rare one.
        if seeds.count > 1 { #expect(allowances.idle.sorted() == [], "they agree on these") }
    }
}

extension FieldVerdictTests {
    static func contract() throws -> Contract {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Everything/spec.yaml")
        let source = SpecSource(path: "spec.yaml", bytes: Array(try Data(contentsOf: file)))
        return Contract(try Pipeline.accept(source).spec.required)
    }

    private static func cases(_ contract: Contract, seed: UInt64) throws -> [VerdictCase] {
        var maker = ValueMaker(seed: seed)
        return try FormUnderTest.all(contract).flatMap { form in
            form.fields.flatMap { field in
                maker.values(field.type, randomly: 40).map { value in
                    let reader = form.read(ByteBuffer(string: form.body(field, value)))
                    return VerdictCase(form: form, field: field, value: value, reader: reader)
                }
            }
        }
    }

    private static func ask(_ store: StoreUnderTest, _ cases: inout [VerdictCase]) async throws {
        // First the values as they came, since each changes all rows that are there.
        var start = cases.startIndex
        while start < cases.endIndex {
            let pointer = cases[start].form.pointer(cases[start].field)
            let end = cases[start...].firstIndex { $0.form.pointer($0.field) != pointer } ?? cases.endIndex
            let asked = (start..<end).filter { cases[$0].hasKindOfColumn }
            if let column = cases[start].field.column, !asked.isEmpty {
                let refusals = try await store.refusals(of: asked.map { cases[$0].value }, in: column)
                for (index, refusal) in zip(asked, refusals) {
                    cases[index].raw = refusal.map { .refused($0) } ?? .accepted
                }
            }
            start = end
        }
        let writes = cases.indices.compactMap { index in cases[index].reader.write.map { (index, $0) } }
        let refusals = try await store.refusals(of: writes.map(\.1))
        for (write, refusal) in zip(writes, refusals) { cases[write.0].stored = refusal }
    }

    private static func askSchema(_ cases: inout [VerdictCase]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "verdicts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let document = folder.appending(path: "openapi.json")
        try Data(openAPIDocument.description.utf8).write(to: document)
        let lines = folder.appending(path: "cases")
        try Data(
            cases.map { one in
                String(decoding: try JSONEncoder().encode([one.form.pointer(one.field), one.value]), as: UTF8.self)
            }.joined(separator: "\n").utf8
        ).write(to: lines)
        let verdicts = try PythonTools.run("value-verdicts.py", [document.path, lines.path])
        try #require(verdicts.count == cases.count)
        for (index, verdict) in verdicts.enumerated() {
            cases[index].schema = try JSONDecoder().decode(String?.self, from: Data(verdict.utf8))
        }
    }

    private static func unexpected(_ cases: [VerdictCase], _ allowances: inout Allowances) -> [String] {
        var said: [String] = []
        for one in cases {
            for disagreement in one.disagreements where !allowances.admits(disagreement, one) {
                said.append(one.description(disagreement))
            }
        }
        return said
    }
}

extension VerdictCase {
    /// Whether the value is of the kind of JSON that goes into the column: a text that says a number is none.
    var hasKindOfColumn: Bool {
        guard field.column != nil, let first = value.unicodeScalars.first, value != "null" else { return false }
        switch field.type {
        case .integer, .decimal, .serial: return first == "-" || ("0"..."9").contains(first)
        case .bool: return first == "t" || first == "f"
        case .list, .entries, .json, .map, .section: return true
        default: return first == "\""
        }
    }
}
