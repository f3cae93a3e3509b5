import Foundation
import Testing

@testable import Generator

@Suite("GeneratedFile")
struct GeneratedFileTests {
    @Test("no output is named twice")
    func namesAreUnique() {
        #expect(Set(GeneratedFile.names).count == GeneratedFile.names.count)
    }

    @Test("the build plugin, which cannot ask, names the same outputs")
    func plugin() throws {
        let package = Fixture.shippedSpec.deletingLastPathComponent().deletingLastPathComponent()
        let plugin = try String(
            contentsOf: package.appending(path: "Plugins/GenerateAPI/GenerateAPI.swift"), encoding: .utf8)
        let named = plugin.matches(of: /"(\w+\.swift)"/).map { String($0.output.1) }
        #expect(named == GeneratedFile.names + [GeneratedFile.witness])
    }
}
