import Testing

@testable import Generator

@Suite("The text that a contract's hash is taken over")
struct ContractTextTests {
    @Test("has every part of the contract, as a mirror shows it", arguments: GoldenTests.Case.allCases)
    func everyPart(of spec: GoldenTests.Case) throws {
        let contract = Contract(try #require(Pipeline.accept(try Fixture.source(spec.spec)).spec))
        var whole = ""
        dump(contract, to: &whole)
        let (written, shown) = (ContractText(contract).text.split(separator: "\n"), whole.split(separator: "\n"))
        // The first line that differs says which part it is.
        let first = zip(written, shown).first { $0 != $1 }
        #expect(first == nil, "written: \(first?.0 ?? ""), to be written: \(first?.1 ?? "")")
        #expect(written.count == shown.count)
    }

    @Test("tells texts apart that look alike in quotes")
    func quoted() throws {
        var contract = Contract(try #require(Pipeline.accept(try Fixture.source(Fixture.shippedSpec)).spec))
        for text in ["a\"b", "a\\b", "a\nb", "é", "e\u{301}", "\u{1}", "👩‍👩‍👧"] {
            contract.resources[0].name = text
            contract.resources[0].fields[0].column = text
            contract.resources[0].fields[0].description = text
            var whole = ""
            dump(contract, to: &whole)
            #expect(ContractText(contract).text == whole)
        }
    }
}
