import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Testing

@testable import Runtime

@Suite("Log lines")
struct LogLineTests {
    static let hostile = [
        "a\nb", "a\r\n{\"level\":\"error\"}", "\u{1b}[2J", "\"", "\\", "\u{0}", "é🙂", "\u{2028}", "\u{85}", "\u{202e}x",
        "\u{9b}31m", String(repeating: "x", count: 100_000),
    ]

    private let time = LogTime(secondsSince1970: 1_795_478_700, nanoseconds: 250_999_999)

    private func line(_ format: LogFormat, _ message: String, _ metadata: Logger.Metadata = [:]) -> String {
        String(buffer: format.line(at: time, level: .warning, label: "roster", message: message, metadata: metadata))
    }

    private func object(_ line: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test("a JSON line is spelled exactly so")
    func json() {
        #expect(
            line(.json, "hello", ["b": "x", "a": ["n": .stringConvertible(3)], "c": ["1", "2"]]) == #"""
                {"time":"2026-11-24T00:05:00.250999Z","level":"warning","label":"roster","message":"hello",\#
                "metadata":{"a":{"n":"3"},"b":"x","c":["1","2"]}}

                """#)
        #expect(!line(.json, "hello").contains("metadata"))
    }

    @Test("a text line is spelled exactly so")
    func text() {
        #expect(
            line(.text, "hello", ["b": "x y", "a": "1"]) == """
                00:05:00.250 warning  roster: hello  a=1  b="x y"

                """)
    }

    @Test("whatever is logged, a JSON line is one line and says it truly", arguments: hostile)
    func hostileJSON(value: String) throws {
        let line = line(.json, value, [value: .string(value), "in": [.string(value), ["x": .string(value)]]])
        #expect(line.utf8.filter { $0 == 0x0A }.count == 1)
        #expect(line.utf8.last == 0x0A)
        let object = try object(line)
        let expected = value.cutForLog
        #expect((object["message"] as? String)?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
        let metadata = try #require(object["metadata"] as? [String: Any])
        #expect(metadata.count == 2)
        #expect(metadata[expected] as? String == expected)
    }

    @Test("whatever is logged, a text line is one line and steers no terminal", arguments: hostile)
    func hostileText(value: String) {
        let line = line(.text, value, [value: .string(value)])
        let scalars = line.unicodeScalars.dropLast()
        #expect(line.utf8.last == 0x0A)
        for scalar in scalars {
            #expect(
                ![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory), "\(scalar.value)")
        }
        #expect(line.utf8.count < 40_000 + 8 * LogFormat.longestText)
    }

    @Test("what is nested without end is cut")
    func deep() throws {
        var value: Logger.MetadataValue = "end"
        for _ in 0..<200 { value = ["x": value] }
        _ = try object(line(.json, "deep", ["x": value]))
    }

    @Test("a long text is cut between characters")
    func cut() {
        let text = String(repeating: "é", count: LogFormat.longestText)
        #expect(text.cutForLog.hasPrefix("éé"))
        #expect(text.cutForLog.utf8.count <= LogFormat.longestText + 6)
        #expect(String(repeating: "x", count: LogFormat.longestText).cutForLog.utf8.count == LogFormat.longestText)
    }

    @Test(
        "the clock is the time of day in UTC",
        arguments: [(0, "00:00:00.000"), (-1, "23:59:59.000"), (86_399, "23:59:59.000")])
    func clock(seconds: Int, text: String) {
        #expect(LogTime(secondsSince1970: seconds).clock == text)
    }

    @Test("a request's line says what it should in both forms, whatever the method")
    func request() throws {
        let request = RequestLine(
            method: MethodLabel(.RAW(value: "X\n")), route: "/api/users/{id}", status: 503, microseconds: 12_034,
            requestID: "abc", responseBytes: 512)
        let object = try object(String(buffer: request.json(at: time, label: "roster.request")))
        #expect(object["level"] as? String == "error")
        let metadata = try #require(object["metadata"] as? [String: Any])
        #expect(
            NSDictionary(dictionary: metadata) == [
                "method": "other", "route": "/api/users/{id}", "status": 503, "duration_us": 12_034,
                "request.id": "abc",
                "response.bytes": 512,
            ])
        #expect(
            String(buffer: request.text(at: time))
                == "00:05:00.250 error    other /api/users/{id} 503  12.034 ms  512 B  abc\n")
    }
}
