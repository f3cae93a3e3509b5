import Everything
import NIOCore
import TestSupport
import Testing

@testable import Generator
@testable import Runtime

/// Rows that others have written, past the reader: whatever the types and CHECKs of the tables let in, at their ends.
@Suite("Rows that were not written by the server", .timeLimit(.minutes(1)))
struct StoredRowTests {
    @Test("are answered as the schema of answers says")
    func answers() async throws {
        let contract = try FieldVerdictTests.contract()
        for seed in SeededGenerator.seeds(1) {
            var maker = ValueMaker(seed: seed)
            let forms = try FormUnderTest.all(contract).filter { $0.mode == .create && $0.answer != nil }
            try await StoreUnderTest.with { store in
                var values: [(pointer: String, text: String)] = []
                var places: [String] = []
                for form in forms {
                    for field in form.fields {
                        guard let column = field.column?.name, column != form.record?.key else { continue }
                        let texts = Self.texts(field.type, &maker)
                        for (text, row) in try await store.rows(form, texts, in: column) {
                            guard let answer = form.answer?(row, field) else { continue }
                            values.append((form.answered, String(buffer: answer)))
                            places.append("\(form.name).\(field.name) = \(text.prefix(80))")
                        }
                    }
                }
                #expect(values.count > 800)
                for (fault, (place, value)) in zip(try DocumentUnderTest.faults(values), zip(places, values)) {
                    #expect(fault == nil, "ROSTER_SEED=\(seed): \(place): \(value.text.prefix(200))")
                }
            }
        }
    }

    @Test("of settings are answered as the schema of answers says, whatever kind of JSON they have")
    func sections() async throws {
        let contract = try FieldVerdictTests.contract()
        let forms = try FormUnderTest.all(contract).filter { $0.mode == .put && $0.record?.section != nil }
        #expect(forms.count == 2)
        try await StoreUnderTest.with { store in
            var values: [(pointer: String, text: String)] = []
            for form in forms {
                let whole = ["null", "7", "[]", "[1]", "\"x\"", "true", "{}", #"{"unknown":1}"#]
                let members = form.fields.flatMap { field in
                    Self.kinds.filter { !field.type.has($0) }.map { "{\"\(field.name)\":\($0)}" }
                }
                for (_, row) in try await store.rows(form, whole + members, in: form.record?.section ?? "") {
                    values.append((form.answered, String(buffer: try (form.answer?(row, form.fields[0])).required)))
                }
            }
            #expect(values.count > 100)
            for (fault, value) in zip(try DocumentUnderTest.faults(values), values) {
                #expect(fault == nil, "\(value.text)")
            }
        }
    }
}

extension StoredRowTests {
    /// A value of each kind of JSON.
    private static let kinds = ["null", "true", "7", "\"x\"", "[\"x\"]", #"{"x":1}"#]

    /// In the spelling of Postgres. None for what has members: a CHECK takes one that is null for absent, and any text for a
    /// date, so such values are right when they came through the reader, as `FieldVerdictTests` asks.
    private static func texts(_ type: Contract.FieldType, _ maker: inout ValueMaker) -> [String] {
        let made = maker.values(type, randomly: 30).filter { !$0.contains("\\u0000") }
        return switch type {
        case .date: dates
        case .datetime: dates.map { $0.hasSuffix("BC") ? $0 : $0 + " 00:00Z" } + instants
        case .time: ["00:00", "24:00", "23:59:59.999999", "00:00:00.000001", "12:30"]
        case .decimal: ["NaN", "Infinity", "-Infinity", "0", "-0.5", "1000000.25", "0.0001", "1e3"] + made
        case .duration: durations
        case .json, .map, .entries, .section: []
        case .list, .integer, .bool, .serial: made
        default: made.filter { $0.hasPrefix("\"") }.compactMap { (try? JSON(text: $0))?.string }
        }
    }

    private static let dates = [
        "infinity", "-infinity", "0001-01-01", "0002-12-31 BC", "4713-11-24 BC", "9999-12-31", "10000-01-01",
        "294276-12-31", "5874897-12-31", "2000-02-29", "1582-10-10",
    ]
    private static let instants = [
        "infinity", "-infinity", "9999-12-31 23:59:59.999999Z", "9999-12-31 23:59:59Z-01", "0001-01-01 00:00Z",
        "294276-12-31 23:59:59.999999Z", "2016-12-31 23:59:60Z", "1970-01-01 00:00:00.000001Z",
    ]
    private static let durations = [
        "0", "-1 day", "1 day -1 second", "1 month", "1 month -30 days", "10000 years", "-178000000 years",
        "0.000001 s", "15 minutes", "7 days",
    ]
}

extension Contract.FieldType {
    /// Whether JSON of the kind of `text` may be of the type.
    fileprivate func has(_ text: String) -> Bool {
        switch text.first {
        case "7": `is`("integer", "decimal")
        case "t": `is`("bool")
        case "\"": isText
        case "[": `is`("list")
        case "{": `is`("json", "map", "entries")
        default: false
        }
    }
}
