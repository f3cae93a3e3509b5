import Foundation
import SpecCheckout
import Testing

@testable import Generator

@Suite("The schema for editors")
struct EditorSchemaTests {
    static let file = Fixture.shippedSpec.deletingLastPathComponent().appending(path: "users.schema.json")

    @Test("is in the file that the shipped spec names, and is what the tool prints")
    func committed() throws {
        let spec = try String(contentsOf: Fixture.shippedSpec, encoding: .utf8)
        #expect(spec.hasPrefix("# yaml-language-server: $schema=./users.schema.json\n"))
        try Fixture.expect(EditorSchema.render(), in: Self.file)
        let printed = try BuiltTool.run(["schema"], in: Fixture.folder)
        #expect(printed.status == 0)
        #expect(printed.output == EditorSchema.render())
    }

    @Test("says something about every key, with an example that stands where the key does")
    func described() {
        for map in LanguageMap.all + LanguageMap.planned {
            for key in map.keys where !key.isLater {
                #expect(key.description.hasSuffix("."), "\(map.name).\(key.name)")
                #expect(!key.example.isEmpty, "\(map.name).\(key.name)")
            }
        }
    }

    @Test("a map of the language has one name, and no key twice")
    func names() {
        let maps = LanguageMap.all + LanguageMap.planned
        let names = maps.map(\.name)
        #expect(Set(names).count == names.count)
        for map in maps {
            #expect(Set(map.keys.map(\.name)).count == map.keys.count, "\(map.name)")
        }
    }
}
