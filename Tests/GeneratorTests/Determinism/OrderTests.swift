import Foundation
import Testing

@testable import Generator

@Suite("The order of a spec")
struct OrderTests {
    private static func outputs(_ source: SpecSource) throws -> (hash: String, texts: [String: String]) {
        let (spec, diagnostics) = Pipeline.accept(source)
        let contract = Contract(try #require(spec, "\(diagnostics.map(\.rendered))\n"))
        var texts = ["client.ts": TypeScriptClient.render(contract), "openapi.json": OpenAPIDocument.render(contract)]
        for file in Pipeline.generate(source).files { texts[file.name] = file.text }
        return (contract.hash, texts)
    }

    @Test(
        "gives the same contract and the same bytes where it has no meaning", arguments: GoldenTests.Case.allCases,
        [1, 2, 3] as [UInt64])
    func withoutMeaning(of spec: GoldenTests.Case, seed: UInt64) throws {
        let source = try Fixture.source(spec.spec)
        let root = try #require(YAMLComposer.compose(source, Findings(source)))
        let permuted = PermutedSpec(root, seed: seed)
        #expect(permuted.moved > 25)
        let (before, after) = (
            try Self.outputs(source), try Self.outputs(SpecSource(path: source.path, text: permuted.text))
        )
        #expect(before.hash == after.hash)
        #expect(before.texts.keys.sorted() == after.texts.keys.sorted())
        for name in before.texts.keys.sorted() {
            #expect(before.texts[name] == after.texts[name], "\(name) differs")
        }
    }

    /// Two roles, two values of an enum, two orders of a list, two levels.
    @Test(
        "gives another contract where it has one",
        arguments: [
            [
                "admin: {claim: admin}\n  service: {claim: service}",
                "service: {claim: service}\n  admin: {claim: admin}",
            ],
            ["of: [invited, active, ", "of: [active, invited, "],
            ["sort: [-created_at, display_name, ", "sort: [display_name, -created_at, "],
            ["levels: [nobody, user, anyone]", "levels: [nobody, anyone, user]"],
        ])
    func withMeaning(parts: [String]) throws {
        let text = try String(contentsOf: Fixture.shippedSpec, encoding: .utf8)
        let (first, second) = (parts[0], parts[1])
        try #require(text.contains(first))
        let changed = text.replacingOccurrences(of: first, with: second)
        func hash(_ text: String) throws -> String {
            try Self.outputs(SpecSource(path: "spec/users.yaml", text: text)).hash
        }
        #expect(try hash(text) != hash(changed))
    }
}
