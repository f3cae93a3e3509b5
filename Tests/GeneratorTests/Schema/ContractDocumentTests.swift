import Testing

@testable import Generator

@Suite("contract.json")
struct ContractDocumentTests {
    private static func document(_ spec: GoldenTests.Case) throws -> ContractDocument {
        let accepted = Pipeline.accept(try Fixture.source(spec.spec))
        return ContractDocument(Contract(try #require(accepted.spec)))
    }

    @Test("is read back as what was written", arguments: GoldenTests.Case.allCases)
    func roundTrip(of spec: GoldenTests.Case) throws {
        let document = try Self.document(spec)
        let read = try ContractDocument.read(document.text, path: "contract.json")
        #expect(read == document)
        #expect(read.text == document.text)
        #expect(read.schema.hash == document.schema.hash)
    }

    @Test("a difference of one word gives another hash, and what callers alone see gives none")
    func hash() throws {
        let text = String(decoding: try Fixture.source(Fixture.shippedSpec).bytes, as: UTF8.self)
        func hash(_ text: String) throws -> String {
            let spec = try #require(Pipeline.accept(SpecSource(path: "spec/users.yaml", text: text)).spec)
            return Schema(Contract(spec)).hash
        }
        let before = try hash(text)
        #expect(try hash(text.replacing("length: 1..100", with: "length: 1..101")) != before)
        #expect(try hash(text.replacing("A few words about oneself.", with: "Some words.")) == before)
    }

    @Test("what a newer version wrote, and what was edited, is refused with its place")
    func refused() throws {
        let text = try Self.document(.shipped).text
        func fault(_ text: String) -> MigrationFault? {
            do throws(MigrationFault) {
                _ = try ContractDocument.read(text, path: "0001/contract.json")
                return nil
            } catch {
                return error
            }
        }
        let newer = fault(text.replacing("\"resource\": \"profile\"", with: "\"resource\": \"profile\", \"shards\": 3"))
        #expect(
            newer?.message == """
                a table (user_profiles) has `shards`, which this version of rosterc doesn't know; build with the version \
                that wrote it
                """)
        #expect(fault(text.replacing("VARCHAR(100)", with: "VARCHAR(99)"))?.message.contains("was edited") == true)
        #expect(fault(text.replacing("\"format\": 1", with: "\"format\": 2"))?.message.contains("`format`") == true)
        #expect(fault("{\n\"format\": 1,\n\"format\": 1}")?.line == 3)
        for cut in [0, 1, 50, text.utf8.count / 2, text.utf8.count - 3] {
            #expect(fault(String(text.prefix(cut)))?.code == .unreadableFile)
        }
    }
}
