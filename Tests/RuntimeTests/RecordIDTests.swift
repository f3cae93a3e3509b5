import Testing

@testable import Runtime

@Suite("RecordID")
struct RecordIDTests {
    @Test("a UUID's text is read in either case and written in lower case")
    func roundTrip() {
        let text = "0B9FC1A2-7d3e-4f50-8a61-72839405a6b7"
        #expect(RecordID(text)?.description == text.lowercased())
    }

    @Test(
        "text that is not 8-4-4-4-12 hexadecimal digits is no UUID",
        arguments: [
            "", "me", "0b9fc1a27d3e4f508a6172839405a6b7", "{0b9fc1a2-7d3e-4f50-8a61-72839405a6b7}",
            "0b9fc1a2-7d3e-4f50-8a61-72839405a6b", "0b9fc1a2-7d3e-4f50-8a61-72839405a6bg",
            "0b9fc1a2 7d3e-4f50-8a61-72839405a6b7", "0b9fc1a2-7d3e-4f50-8a61-72839405a6b7 ",
        ])
    func refused(text: String) {
        #expect(RecordID(text) == nil)
    }
}
