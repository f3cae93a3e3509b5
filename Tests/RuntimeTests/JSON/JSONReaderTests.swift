import NIOCore
import Testing

@testable import Runtime

@Suite("JSON reader")
struct JSONReaderTests {
    static func check(_ bytes: ByteBuffer, _ limits: JSONLimits = JSONLimits()) -> JSONError? {
        do throws(JSONError) {
            var reader = JSONReader(bytes, limits: limits)
            try reader.skipValue()
            try reader.end()
            return nil
        } catch { return error }
    }

    @Test("takes what RFC 8259 allows", arguments: JSONCases.valid)
    func valid(_ text: String) {
        #expect(Self.check(ByteBuffer(string: text)) == nil)
    }

    @Test("refuses what RFC 8259 does not allow", arguments: JSONCases.invalid)
    func invalid(_ text: String) {
        #expect(Self.check(ByteBuffer(string: text)) != nil)
    }

    @Test("says what is wrong and where", arguments: JSONCases.reasons)
    func reason(_ text: String, _ reason: JSONError.Reason, _ offset: Int) {
        #expect(Self.check(ByteBuffer(string: text)) == JSONError(reason, at: offset))
    }

    @Test("refuses bytes that are not UTF-8, in values and in names", arguments: JSONCases.badUTF8)
    func notUTF8(_ bytes: [UInt8]) {
        for lead in 0..<10 {
            let padding = [UInt8](repeating: 0x61, count: lead)
            for tail in [[], [0x61], Array("aaaaaaaaa".utf8)] as [[UInt8]] {
                let text = [0x22] + padding + bytes + tail + [0x22]
                let error = Self.check(ByteBuffer(bytes: text))
                #expect(error == JSONError(.invalidUTF8, at: 1 + lead))
                let member = Self.check(ByteBuffer(bytes: [0x7B] + text + Array(":1}".utf8)))
                #expect(member == JSONError(.invalidUTF8, at: 2 + lead))
            }
        }
    }

    @Test("undoes every escape")
    func escapes() throws {
        var reader = JSONReader(ByteBuffer(string: #""\"\\\/\b\f\n\r\t\u00e9\u20AC\uD83D\ude00x""#))
        #expect(try reader.string() == "\"\\/\u{8}\u{c}\n\r\té€😀x")
        #expect(!reader.containsNUL)
    }

    @Test(
        "tells when there is a NUL, in strings, names and skipped values",
        arguments: [#""a\u0000""#, #"{"\u0000":1}"#, #"[1,["\u0000",2],"a"]"#])
    func nul(_ text: String) throws {
        var reader = JSONReader(ByteBuffer(string: text))
        try reader.skipValue()
        #expect(reader.containsNUL)
        var other = JSONReader(ByteBuffer(string: #"["a","\\u0000"]"#))
        try other.skipValue()
        #expect(!other.containsNUL)
    }

    @Test("takes the composed and the decomposed form for two names")
    func namesAreBytes() {
        #expect(Self.check(ByteBuffer(string: "{\"\u{e9}\":1,\"e\u{301}\":2}")) == nil)
    }

    @Test("finds a name that stands twice among many, at any depth")
    func manyNames() {
        for count in [2, 8, 9, 10, 50] {
            let members = (0..<count).map { "\"n\($0)\":{\"n\($0)\":\($0)}" }
            #expect(Self.check(ByteBuffer(string: "{\(members.joined(separator: ","))}")) == nil)
            for again in [0, count / 2, count - 1] {
                let twice = members + ["\"\\u006e\(again)\":0"]
                let error = Self.check(ByteBuffer(string: "[{\(twice.joined(separator: ","))}]"))
                #expect(error?.reason == .duplicateName)
            }
        }
    }

    @Test("reads integers exactly, however they are spelled", arguments: JSONCases.integers)
    func integers(_ text: String, _ value: Int64?) throws {
        var reader = JSONReader(ByteBuffer(string: text))
        #expect(try reader.integer() == value)
        try reader.end()
    }

    @Test("stops at its bounds", .timeLimit(.minutes(1)))
    func bounds() {
        #expect(Self.check(ByteBuffer(repeating: 0x5B, count: 1 << 20))?.reason == .tooDeep)
        #expect(Self.check(ByteBuffer(repeating: 0x20, count: 1 << 20 + 1))?.reason == .tooLarge)
        let deep = { (count: Int) in
            ByteBuffer(string: String(repeating: "[", count: count) + String(repeating: "]", count: count))
        }
        #expect(Self.check(deep(32)) == nil)
        #expect(Self.check(deep(33)) == JSONError(.tooDeep, at: 32))
        let members = (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",")
        let many = ByteBuffer(string: "{\(members)}")
        #expect(Self.check(many, JSONLimits(bytes: 1 << 21))?.reason == .tooManyMembers)
        #expect(Self.check(many, JSONLimits(bytes: 1 << 21, members: 100_000)) == nil)
    }

    @Test("returns where a skipped value stands")
    func ranges() throws {
        var reader = JSONReader(ByteBuffer(string: #" { "a" : [1, {"b":2}] , "c":null}"#))
        try reader.beginObject()
        #expect(try reader.nextName() == "a")
        #expect(try reader.skipValue() == 9..<21)
        #expect(try reader.nextName() == "c")
        #expect(try reader.peek() == .null)
        try reader.null()
        #expect(try reader.nextName() == nil)
        try reader.end()
    }

    @Test("refuses a value of another kind without reading it")
    func wrongKind() throws {
        var reader = JSONReader(ByteBuffer(string: "12"))
        #expect(throws: JSONError(.wrongKind, at: 0)) { try reader.string() }
        #expect(try reader.integer() == 12)
    }
}
