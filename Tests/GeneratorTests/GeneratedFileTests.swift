import Testing

@testable import Generator

@Suite("GeneratedFile")
struct GeneratedFileTests {
    @Test("no output is named twice")
    func namesAreUnique() {
        #expect(Set(GeneratedFile.names).count == GeneratedFile.names.count)
    }
}
