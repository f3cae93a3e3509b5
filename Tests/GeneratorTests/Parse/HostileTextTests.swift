import Foundation
import TestSupport
import Testing

@testable import Generator

/// Texts that are made, since they are too large for files: each is refused or read, and none takes long.
@Suite("Hostile texts", .timeLimit(.minutes(2)))
struct HostileTextTests {
    private static func diagnostics(_ text: String) -> [Diagnostic] {
        Pipeline.generate(SpecSource(path: "spec/users.yaml", text: text)).diagnostics
    }

    @Test("more than a mebibyte is too large")
    func tooLarge() {
        let text = "spec: 1\n" + String(repeating: "# comment\n", count: 110_000)
        #expect(Self.diagnostics(text).map(\.code) == [.tooLarge])
    }

    @Test("more than 50,000 values are too many")
    func tooManyNodes() {
        let text = "spec: [" + String(repeating: "1, ", count: 60_000) + "1]\n"
        #expect(Self.diagnostics(text).map(\.code) == [.tooManyNodes])
    }

    /// A spec whose `fields`, `sort` and roles are as given.
    private static func spec(fields: String = "", sort: String = "user_id", roles: String = "") -> String {
        """
        spec: 1
        api: {name: a, base: "", version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles: {user: {token: true}\(roles)}
        resources:
          profile:
            table: profiles
            path: /users
            key: user_id
            allow: {read: user, list: user}
            fields:
              user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
              \(fields)
            list: {sort: [\(sort)]}
        """
    }

    @Test("the spec that these tests change is a good one")
    func baseline() {
        #expect(Self.diagnostics(Self.spec()).map(\.rendered) == [])
    }

    @Test("as many wrong names as a spec can hold are compared with a bounded number of right ones")
    func wrongNames() {
        let fields = (0..<6_000).map { "f\($0): {type: bool, default: true, read: usr\($0)}" }
        let sort = (0..<6_000).map { "field_\($0)" }
        let text = Self.spec(fields: fields.joined(separator: "\n      "), sort: sort.joined(separator: ", "))
        #expect(Self.diagnostics(text).count == Findings.limit)
    }

    @Test(
        "thousands of mistakes of one kind are told in a second",
        arguments: [
            "{type: string, pattern: '(', optional: true, read: user}", "{type: int, check: '# >', read: user}",
            "{type: int, check: '# > 1 and nobody', optional: true}", "{type: enum, of: [a, a], read: usr}",
            "{type: string, column: user_id, filter: [eq, eq], read: none}", "{type: ref, of: {x: 1}}",
            "{type: string, read: [{visibility: a}, {visibility: b}]}", "{type: json, shape: {a: b, c: d}, sort: true}",
        ])
    func manyMistakes(field: String) {
        let fields = (0..<6_000).map { "f\($0): " + field.replacing("#", with: "f\($0)") }
        let source = SpecSource(path: "s.yaml", text: Self.spec(fields: fields.joined(separator: "\n      ")))
        let time = ProcessorTime.ofThread { #expect(!Pipeline.accept(source).diagnostics.isEmpty) }
        // Of a build without optimisation: a tenth of it where it counts.
        #expect(time < .seconds(10), "\(time)")
    }

    @Test("thousands of roles in thousands of lists are told to be too many")
    func roles() {
        let names = (0..<5_000).map { "r\($0)" }
        let fields = (0..<60).map { field in
            "f\(field): {type: bool, default: true, read: [\(names.prefix(500).joined(separator: ", "))]}"
        }
        let text = Self.spec(
            fields: fields.joined(separator: "\n      "), roles: names.map { ", \($0): {claim: x}" }.joined())
        #expect(Self.diagnostics(text).contains { $0.code == .tooManyFields })
    }

    @Test("an enum of as many values as it may have is generated")
    func enumeration() {
        let values = (0..<LimitsCheck.enumerationValues).map { "v\($0)" }.joined(separator: ", ")
        let outcome = Pipeline.generate(
            SpecSource(
                path: "s.yaml", text: Self.spec(fields: "e: {type: enum, of: [\(values)], optional: true, read: user}"))
        )
        #expect(outcome.diagnostics.map(\.rendered) == [])
        let more = Self.spec(fields: "e: {type: enum, of: [\(values), w], optional: true, read: user}")
        #expect(Self.diagnostics(more).map(\.code) == [.tooManyFields])
    }

    @Test("every beginning of a good spec is read without a crash")
    func prefixes() throws {
        let bytes = try Fixture.source(Fixture.everything).bytes
        for end in stride(from: 0, to: bytes.count, by: 61) {
            let outcome = Pipeline.generate(SpecSource(path: "s.yaml", bytes: Array(bytes[..<end])))
            #expect(outcome.isRejected == outcome.files.isEmpty)
        }
    }

    @Test("a good spec with one line taken out is read without a crash")
    func missingLines() throws {
        let bytes = try Fixture.source(Fixture.everything).bytes
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for taken in stride(from: 0, to: lines.count, by: 5) {
            let rest = lines.enumerated().filter { $0.offset != taken }.map(\.element)
            let outcome = Pipeline.generate(
                SpecSource(path: "s.yaml", bytes: Array(rest.joined(separator: [UInt8(ascii: "\n")]))))
            #expect(outcome.isRejected == outcome.files.isEmpty)
        }
    }
}
