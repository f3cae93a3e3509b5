import Foundation
import Testing

@testable import Generator

/// The table "What is refused" of `docs/spec.md`: each line has a code, a wrong spec that gets it, and a right one that does not.
@Suite("The table of what is refused")
struct RefusalTests {
    /// A line of the table.
    struct Row: CustomTestStringConvertible {
        let what: String
        /// `SPEC302`, `DIFF201`
        let code: String
        var testDescription: String { "\(what) [\(code)]" }
    }

    /// What shows that a line is true.
    enum Proof {
        /// A fixture in which the code stands with these words; the right spec is that of the code's page.
        case finding(String, says: String)
        /// The same with a field that is right for this line.
        case field(String, says: String, right: String)
        /// Two specs of `Fixtures/Diff` between which there is a rule, and rows are looked at before anything changes; and two
        /// between which there is neither.
        case change(String, says: String, right: String)
        /// A field of another name, whose plan is refused; and what is written beside it for the plan to be made.
        case plan(String, says: String, right: String)
    }

    static let proofs: [String: Proof] = [
        "a filter on a field that the asker may not read":
            .finding("302-asked-but-unreadable", says: "nobody may filter by it"),
        "a sort by a field that the asker may not read":
            .finding("302-asked-but-unreadable", says: "nobody may sort by it"),
        "a search in a field that the asker may not read":
            .finding("302-asked-but-unreadable", says: "nobody may search in it"),
        "a list asked about what only owners read": .finding("400-owners-alone", says: "only the owner reads"),
        "an event that shows a field to those who may not see it":
            .finding("407-audiences", says: "`events` would let `user` see `born`"),
        "an export that shows a field to those who may not see it":
            .finding("407-audiences", says: "`exports` would let `support` see `born`"),
        "a message to an endpoint that shows a field to those who may not see it":
            .finding("407-audiences", says: "`profile.renamed` tells `born`, which `support` may not see"),
        "all events sent to an endpoint that may not see a field of one":
            .finding("407-all-events", says: "`support` is sent all events, and `profile.changed` tells `born`"),
        "a metric that shows a field to those who may not see it":
            .finding("407-audiences", says: "`analytics` would let `user` see `born`"),
        "a role that can grant more than it has":
            .finding("406-grants", says: "`support` would give others the role `admin`"),
        "a filter that no index serves": .finding("401-long-values", says: "no index serves"),
        "a sort that no index serves":
            .field(
                "208-out-of-range", says: "an index takes 660",
                right: "motto: {type: string, length: ..660, optional: true, read: user, write: self, sort: true}"),
        "an identifier over 63 bytes": .finding("306-constraint-names", says: "18 bytes too long"),
        "a reserved word without an override":
            .field(
                "305-columns", says: "Postgres reserves the word `order`",
                right: "order: {type: int, column: place, optional: true, read: user, write: self}"),
        "`unique` on an encrypted field":
            .field(
                "405-encrypted", says: "`unique` compares values, and `d` is encrypted",
                right: "phone: {type: phone, optional: true, read: user, write: self, encrypt: {lookup: eq}}"),
        "a range filter on an encrypted field":
            .field(
                "405-encrypted", says: "`gt` needs the value, and `c` is encrypted",
                right:
                    "seats: {type: int, optional: true, read: user, write: self, encrypt: {lookup: eq}, filter: [eq]}"
            ),
        "a personal field without `erase`": .finding("403-personal-without-erase", says: "nothing says what is done"),
        "`erase: keep` without a legal basis and an end":
            .field(
                "324-erasure", says: "kept for a legal reason and until an end",
                right: "iban: {type: string, optional: true, read: user, write: self, "
                    + "erase: {action: keep, basis: tax law, until: 3650d}}"),
        "a personal field in a path and in cache keys": .finding("402-personal-key", says: "stands in paths"),
        "a personal field as the label of a metric":
            .finding("408-personal-labels", says: "`city` is personal data, and would be a label"),
        "a rename that looks like a drop and an add":
            .plan("born_on", says: "is it the same field?", right: "    removed: {born: {since: 2026-11-01}}"),
        "a field that is gone and not under `removed`":
            .plan("", says: "removed", right: "    removed: {born: {since: 2026-11-01}}"),
        "a narrowed type that old rows may break, before they are looked at":
            .change("type-narrowed", says: "was string and is slug", right: "length-widened"),
        "a tightened rule that old rows may break, before they are looked at":
            .change("length-narrowed", says: "was 100 and is 80", right: "length-widened"),
        "two routes that one request can match": .finding("315-routes-clash", says: "match one request"),
        "a write without a version": .finding("409-blind-imports", says: "names no version of them"),
        "an import that finds records by a value which several may have":
            .finding("411-ambiguous-matches", says: "several records may have the same `name`"),
        "a state of operations that cannot be reached or left":
            .finding("382-unreachable-states", says: "no operation leads out of"),
        "a state of `transitions` that cannot be reached or left":
            .finding("382-transitions", says: "no transition leads to `lost`"),
        "a problem with a code that the API itself uses":
            .finding("392-problems", says: "the API itself has problems of the code `not_found`"),
        "a problem with a status that is the server's own":
            .finding("393-statuses", says: "a function does not answer with 412"),
        "a type error in an expression": .finding("322-types", says: "compares a whole number with a text"),
        "a default that breaks its own rule":
            .field(
                "308-defaults", says: "the field takes 0 to 3",
                right: "word: {type: string, length: ..3, default: abc, read: user, write: self}"),
        "an enum value removed that old rows may have, before they are looked at":
            .change("enum-value-removed", says: "can no longer be `suspended`", right: "enum-value-added"),
    ]

    static let rows: [Row] = {
        let page = (try? String(contentsOf: SpecPageTests.file, encoding: .utf8)) ?? ""
        let table = page.components(separatedBy: "<!-- refused -->").last?.components(
            separatedBy: "<!-- end of refused -->")
        return (table?.first ?? "").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            let cells = line.components(separatedBy: " | ")
            let code = cells.last?.firstMatch(of: /\[([A-Z]+[0-9]+)\]/)?.output.1 ?? ""
            return Row(what: cells.count == 3 ? cells[1] : String(line), code: String(code))
        }
    }()

    @Test("has a code and a proof on every line, and no proof without a line")
    func complete() {
        #expect(Self.rows.count >= 30)
        for row in Self.rows {
            #expect(!row.code.isEmpty, "\(row.what) has no code")
            #expect(Self.proofs[row.what] != nil, "\(row.what) has no proof")
        }
        #expect(Set(Self.proofs.keys) == Set(Self.rows.map(\.what)))
        #expect(Set(Self.rows.map(\.what)).count == Self.rows.count)
    }

    @Test("a wrong spec gets the code of its line, and a right one does not", arguments: rows)
    func proven(row: Row) throws {
        switch try #require(Self.proofs[row.what]) {
        case .finding(let fixture, let words):
            let code = try #require(DiagnosticCode(spelled: row.code))
            try Self.refuses(fixture, code, words)
            try Self.accepts(try #require(code.example).right, but: code)
        case .field(let fixture, let words, let right):
            let code = try #require(DiagnosticCode(spelled: row.code))
            try Self.refuses(fixture, code, words)
            // Where a list is sorted by it, too.
            let name = right.prefix { $0 != ":" }
            let spec = ExampleSpec.field(wrong: right, right: right).right
            let sorts = right.contains("sort: true") ? "[name, \(name)]" : "[name]"
            try Self.accepts(spec.replacing("sort: [name]", with: "sort: \(sorts)"), but: code)
        case .change(let wrong, let words, let right):
            let rule = try #require(CompareRule(spelled: row.code))
            let (changes, plan) = try Self.change(wrong)
            #expect(changes.contains { $0.rule == rule && $0.message.contains(words) }, "\(changes.map(\.message))")
            #expect(try plan.get().steps.first?.phase == .check, "nothing looks at the rows first")
            let (fine, other) = try Self.change(right)
            #expect(!fine.contains { $0.rule == rule })
            #expect(try !other.get().steps.contains { $0.phase == .check })
        case .plan(let name, let words, let right):
            let code = try #require(DiagnosticCode(spelled: row.code))
            try Self.plans(name, code, words, right)
        }
    }

    private static func refuses(_ fixture: String, _ code: DiagnosticCode, _ words: String) throws {
        let file = Fixture.folder.appending(path: "Findings/\(fixture).yaml")
        let findings = Pipeline.accept(try Fixture.source(file)).diagnostics
        #expect(findings.contains { $0.code == code && $0.message.contains(words) }, "\(findings.map(\.message))")
    }

    /// What is not served yet is refused all the same.
    private static func accepts(_ text: String, but code: DiagnosticCode) throws {
        let findings = Pipeline.accept(SpecSource(path: "spec/users.yaml", text: text)).diagnostics
        #expect(findings.filter { $0.code != .notServedYet }.map(\.rendered) == [], "\(code)")
    }

    private static func spec(_ file: String) throws -> (spec: Spec, path: String) {
        let source = try Fixture.source(Fixture.folder.appending(path: "Diff/\(file).yaml"))
        return (try #require(Pipeline.accept(source).spec), source.path)
    }

    private static func change(
        _ name: String
    ) throws -> (changes: [SpecChange], plan: Result<MigrationPlan, MigrationRefusal>) {
        let (old, new) = (try spec("\(name)/old"), try spec("\(name)/new"))
        let plan = MigrationPlanner.plan(from: Schema(Contract(old.spec)), to: Schema(Contract(new.spec)))
        return (SpecComparison(old, new).changes, plan)
    }

    /// The good spec has a field `born`; its next edition has another in its place, or none.
    private static func plans(_ name: String, _ code: DiagnosticCode, _ words: String, _ right: String) throws {
        func edition(_ field: String, _ end: String = "") throws -> Contract {
            let text = ExampleSpec.field(wrong: field, right: field).right + end
            let accepted = Pipeline.accept(SpecSource(path: "spec/users.yaml", text: text))
            return Contract(try #require(accepted.spec, "\(accepted.diagnostics.map(\.rendered))"))
        }
        func plan(_ new: Contract) throws -> Result<MigrationPlan, MigrationRefusal> {
            let old = try edition("born: {type: date, optional: true, read: user, write: self}")
            return MigrationPlanner.plan(
                from: Schema(old), to: Schema(new), drops: .tombstones(new.tombstones))
        }
        let head = name.isEmpty ? "" : "\(name): {type: date, optional: true, read: user, write: self"
        switch try plan(edition(head.isEmpty ? "" : head + "}")) {
        case .success: Issue.record("the plan is made")
        case .failure(let refusal):
            #expect(refusal.faults.map(\.code) == [code])
            let said = refusal.faults.map { $0.message + ($0.help ?? "") }.joined()
            #expect(said.contains(words), "\(said)")
        }
        let mended = try edition(head.isEmpty ? "" : head + "}", right + "\n")
        #expect(throws: Never.self) { try plan(mended).get() }
    }
}
