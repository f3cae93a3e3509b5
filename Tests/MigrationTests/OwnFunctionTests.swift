import Runtime
import Testing

@testable import Generator

@Suite("What the runtime's own functions say in Postgres", .timeLimit(.minutes(1)))
struct OwnFunctionTests {
    private static let fits: [(value: String, shape: String, verdict: Bool)] = [
        ("1", #"{"type":"integer"}"#, true), ("1.0", #"{"type":"integer"}"#, true),
        ("1.5", #"{"type":"integer"}"#, false), ("1.5", #"{"type":"number"}"#, true),
        (#""1""#, #"{"type":"integer"}"#, false), ("true", #"{"type":"integer"}"#, false),
        ("1e3", #"{"type":"integer","maximum":999}"#, false), ("1e3", #"{"type":"integer","maximum":1000}"#, true),
        ("-1", #"{"type":"number","minimum":0}"#, false), ("0", #"{"type":"number","minimum":0}"#, true),
        ("9007199254740993", #"{"type":"integer","maximum":9007199254740992}"#, false),
        ("true", #"{"type":"boolean"}"#, true), ("null", #"{"type":"boolean"}"#, false),
        ("null", #"{"type":"object"}"#, false), ("[]", #"{"type":"object"}"#, false), ("5", "{}", true),
        (#""abc""#, #"{"type":"string","minLength":3,"maxLength":3}"#, true),
        (#""ab""#, #"{"type":"string","minLength":3}"#, false),
        (#""abcd""#, #"{"type":"string","maxLength":3}"#, false),
        // Code points, not bytes and not UTF-16.
        (#""😀é""#, #"{"type":"string","maxLength":2}"#, true),
        (#""e\u0301""#, #"{"type":"string","maxLength":1}"#, false),
        (#""b""#, #"{"type":"string","enum":["a","b"]}"#, true),
        (#""c""#, #"{"type":"string","enum":["a","b"]}"#, false),
        (#"["a"]"#, #"{"type":"string","enum":["a","b"]}"#, false),
        ("[]", #"{"type":"array"}"#, true), ("{}", #"{"type":"array"}"#, false),
        ("[1,2]", #"{"type":"array","items":{"type":"integer"}}"#, true),
        (#"[1,"2"]"#, #"{"type":"array","items":{"type":"integer"}}"#, false),
        ("[1,null]", #"{"type":"array","items":{"type":"integer"}}"#, false),
        ("[[1],[2]]", #"{"type":"array","items":{"type":"array","maxItems":1}}"#, true),
        ("[[1],[2,3]]", #"{"type":"array","items":{"type":"array","maxItems":1}}"#, false),
        ("[]", #"{"type":"array","minItems":1}"#, false), ("[1]", #"{"type":"array","minItems":1,"maxItems":1}"#, true),
        ("[1,2]", #"{"type":"array","maxItems":1}"#, false),
        ("[1,2]", #"{"type":"array","uniqueItems":true}"#, true),
        ("[1,1]", #"{"type":"array","uniqueItems":true}"#, false),
        ("[1,1.0]", #"{"type":"array","uniqueItems":true}"#, false),
        (#"["a","A"]"#, #"{"type":"array","uniqueItems":true}"#, true), ("[1,1]", #"{"type":"array"}"#, true),
        (#"{"a":1}"#, #"{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}"#, true),
        (#"{"a":"1"}"#, #"{"type":"object","properties":{"a":{"type":"integer"}}}"#, false),
        ("{}", #"{"type":"object","required":["a"]}"#, false),
        (#"{"b":1}"#, #"{"type":"object","properties":{"a":{}},"additionalProperties":false}"#, false),
        (#"{"b":1}"#, #"{"type":"object","properties":{"a":{}}}"#, true),
        // A member that is null counts as absent.
        (#"{"a":null}"#, #"{"type":"object","properties":{"a":{"type":"integer"}}}"#, true),
        (#"{"b":null}"#, #"{"type":"object","additionalProperties":false}"#, true),
        (#"{"a":{"b":1}}"#, #"{"properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}}"#, false),
        (#"{"a":{"b":"1"}}"#, #"{"properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}}"#, true),
        (#"{"a":1,"b":2}"#, #"{"type":"object","additionalProperties":{"type":"integer"}}"#, true),
        (#"{"a":1,"b":"2"}"#, #"{"type":"object","additionalProperties":{"type":"integer"}}"#, false),
        (#"{"a":1}"#, #"{"type":"object","keys":["a"]}"#, true),
        (#"{"b":1}"#, #"{"type":"object","keys":["a"]}"#, false),
        ("{}", #"{"type":"object","minItems":1}"#, false),
        (#"{"a":1,"b":1}"#, #"{"type":"object","maxItems":1}"#, false),
        (#"{"a":1}"#, #"{"type":"object","minItems":1,"maxItems":1}"#, true),
    ]

    @Test("json_fits takes what its shape tells, and nothing else")
    func jsonFits() async throws {
        try await TestDatabase.with { database in
            try await Self.make(database)
            for (value, shape, verdict) in Self.fits {
                let rows = try await database.session.query(
                    "SELECT roster.json_fits($1::text::jsonb, $2::text::jsonb)::text", [value, shape])
                #expect(rows == [[String(verdict)]], "\(value) against \(shape)")
            }
            let unknown = try await database.session.query(
                "SELECT roster.json_fits(NULL, '{\"type\":\"object\"}') IS NULL", [])
            #expect(unknown == [["t"]], "no value breaks no rule")
        }
    }

    /// The examples of RFC 7396's appendix A, and what a column may hold beside.
    private static let patches: [(target: String?, patch: String?, result: String?)] = [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#), ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        (nil, #"{"a":1,"b":null}"#, #"{"a":1}"#), ("null", #"{"a":1}"#, #"{"a":1}"#), (#"{"a":1}"#, nil, nil),
        (#"{"a":1}"#, "{}", #"{"a":1}"#), (#"{"a.b":1,"":2}"#, #"{"":null,"a.b":{"0":1}}"#, #"{"a.b":{"0":1}}"#),
    ]

    @Test("merge_patch merges as RFC 7396 says")
    func mergePatch() async throws {
        try await TestDatabase.with { database in
            try await Self.make(database)
            for (target, patch, result) in Self.patches {
                let rows = try await database.session.query(
                    """
                    SELECT (roster.merge_patch($1::text::jsonb, $2::text::jsonb) IS NOT DISTINCT FROM $3::text::jsonb)
                    """, [target, patch, result])
                #expect(rows == [["t"]], "\(target ?? "NULL") with \(patch ?? "NULL")")
            }
        }
    }

    private static func make(_ database: TestDatabase) async throws {
        for part in Schema.OwnPart.all { try await database.session.execute(part.sql) }
    }
}
