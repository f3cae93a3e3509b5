import Foundation
import Runtime
import TestSupport
import Testing

@testable import Generator

/// A condition of the language, and what the renderer spelled for it in Swift.
struct CompiledExpression: Sendable {
    let text: String
    let verdict: @Sendable (ExpressionRecord) -> Bool?
}

/// Random conditions over random records, with nulls among their values.
@Suite("Expressions in Swift and in SQL", .timeLimit(.minutes(2)))
struct ExpressionVerdictTests {
    private static let count = 60

    /// `CompiledExpression+corpus.swift` is written anew by `ROSTER_UPDATE_GOLDENS=1`.
    @Test("the compiled ones are those that the renderer spells today")
    func corpus() throws {
        let source = try Self.source()
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "CompiledExpression+corpus.swift")
        if ProcessInfo.processInfo.environment["ROSTER_UPDATE_GOLDENS"] == "1" {
            try Data(source.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == source)
        #expect(CompiledExpression.corpus.count == Self.count)
    }

    @Test("say the same of every record: true, false or unknown")
    func verdicts() async throws {
        for seed in SeededGenerator.seeds(1) {
            var random = SeededGenerator(seed: seed)
            let records = (0..<200).map { _ in ExpressionRecord(using: &random) }
            let list = "[" + records.enumerated().map { $1.json(place: $0) }.joined(separator: ",") + "]"
            try await StoreUnderTest.with { store in
                let scope = ExpressionScope.record(try Self.person())
                for compiled in CompiledExpression.corpus {
                    let sql = ExpressionSQL { $0.name }.text(try Self.typed(compiled.text, scope).required)
                    let rows = try await store.session.query(
                        """
                        SELECT (\(sql))::text FROM (SELECT r.place, \(ExpressionRecord.columns)
                            FROM jsonb_to_recordset($1::jsonb) AS r (\(ExpressionRecord.types))) AS record ORDER BY place
                        """, [list])
                    let swift = records.map { compiled.verdict($0).map { $0 ? "true" : "false" } }
                    let different = swift.indices.filter { swift[$0] != rows[$0][0] }
                    let first = different.first.map {
                        "Swift: \(swift[$0] ?? "unknown"), SQL: \(rows[$0][0] ?? "unknown") of \(records[$0].json(place: $0))"
                    }
                    #expect(
                        different.isEmpty, "ROSTER_SEED=\(seed): \(compiled.text): \(sql): \(first ?? "")")
                }
            }
        }
    }

    // MARK: The corpus

    private static func person() throws -> Spec.Resource {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Everything/spec.yaml")
        let source = SpecSource(path: "spec.yaml", bytes: Array(try Data(contentsOf: file)))
        return try Pipeline.accept(source).spec.required.resources.first { $0.name.value == "person" }
            .required
    }

    /// `nil` for what means nothing: not all that is put together at random does.
    private static func typed(_ text: String, _ scope: ExpressionScope) -> TypedExpression? {
        let findings = Findings(SpecSource(path: "expression", text: text))
        return TypedExpression.compile(Located(text, at: Span(.start, .start)), scope, findings)
    }

    private static func source() throws -> String {
        let scope = ExpressionScope.record(try person())
        var maker = ExpressionMaker(random: SeededGenerator(seed: 7))
        let spelling = ExpressionSwift { "record." + Naming.member($0.name) }
        var functions = ""
        var names: [String] = []
        while names.count < count {
            let text = maker.condition(depth: names.count % 4)
            guard let typed = typed(text, scope) else { continue }
            let name = "condition\(names.count + 1)"
            names.append("CompiledExpression(text: \(SwiftLiteral.quoted(text)), verdict: \(name))")
            functions += """

                    private static func \(name)(_ record: ExpressionRecord) -> Bool? {
                        \(spelling.text(typed))
                    }

                """
        }
        return """
            // Written by `ExpressionVerdictTests` with ROSTER_UPDATE_GOLDENS=1: random conditions, as the renderer spells them.
            // swift-format-ignore-file

            import Runtime

            extension CompiledExpression {
                static let corpus = [
                    \(names.joined(separator: ",\n        ")),
                ]
            \(functions)}

            """
    }
}
