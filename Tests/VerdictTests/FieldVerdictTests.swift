import Everything
import Foundation
import Generator
import NIOCore
import TestSupport
import Testing

@testable import Runtime

/// Each field of the spec with every word of the language gets values that are right, at the bounds, and hostile. They go to
/// the generated reader, to Postgres, and to the JSON Schema of the OpenAPI document; what is answered with the rows that they
/// make goes to the schema of answers.
@Suite("The reader, the database and the schema", .timeLimit(.minutes(3)))
struct FieldVerdictTests {
    @Test("give the same verdict on every value, but for what only one of them can say")
    func verdicts() async throws {
        let contract = try Self.contract()
        var allowances = Allowances()
        let seeds = SeededGenerator.seeds(1, 2)
        for seed in seeds {
            var cases = try Self.cases(contract, seed: seed)
            #expect(cases.count > 14_000)
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
        var cases: [VerdictCase] = []
        for form in try FormUnderTest.all(contract) {
            for field in form.fields {
                // The texts of a type mean the same in every body; null and what is merged do not.
                let values =
                    form.mode == .create || form.answered.isEmpty || !field.type.isText
                    ? maker.values(field.type, randomly: 40) : maker.fewValues(field.type)
                for value in values {
                    let key = RecordID(case: cases.count)
                    let reader = form.read(ByteBuffer(string: form.body(field, value)), key)
                    cases.append(VerdictCase(form: form, field: field, key: key, value: value, reader: reader))
                }
            }
        }
        return cases
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
        let changes = writes.map { cases[$0.0] }.filter { $0.form.mode != .create }
        for (_, rows) in Dictionary(grouping: changes, by: \.form.name) {
            try await store.makeRows(rows[0].form, rows.map(\.key))
        }
        for (write, outcome) in zip(writes, try await store.outcomes(of: writes.map(\.1))) {
            let one = cases[write.0]
            switch outcome {
            case .refused(let sqlstate): cases[write.0].stored = sqlstate
            case .written(let row):
                cases[write.0].answer = row.flatMap { one.form.answer?($0, one.field) }.map(String.init(buffer:))
            }
        }
    }

    private static func askSchema(_ cases: inout [VerdictCase]) throws {
        let answers = cases.indices.filter { cases[$0].answer != nil }
        let faults = try DocumentUnderTest.faults(
            cases.map { ($0.form.pointer($0.field), $0.value) }
                + answers.map { (cases[$0].form.answered, cases[$0].answer ?? "") })
        for index in cases.indices { cases[index].schema = faults[index] }
        for (place, index) in answers.enumerated() { cases[index].answerFault = faults[cases.count + place] }
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
