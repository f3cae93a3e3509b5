import Generator
import TestSupport

/// Writes random conditions over fields of `person`, each of the right types.
struct ExpressionMaker {
    var random: SeededGenerator

    mutating func condition(depth: Int) -> String {
        if depth > 0 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1: return "(\(condition(depth: depth - 1))) and (\(condition(depth: depth - 1)))"
            case 2, 3: return "(\(condition(depth: depth - 1))) or (\(condition(depth: depth - 1)))"
            case 4: return "not (\(condition(depth: depth - 1)))"
            default: break
            }
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return pick(["active", "active == true", "not active", "active != false"])
        case 1: return "\(pick(Self.nullable)) is \(pick(["null", "not null"]))"
        case 2: return pick(Self.texts)
        case 3: return "\(date()) \(sign()) \(date())"
        case 4: return "\(instant()) \(sign()) \(instant())"
        case 5: return "\(duration()) \(sign()) \(duration())"
        case 6:
            return "wakes_at \(sign()) \(pick(["\"06:30\"", "\"00:00\"", "\"23:59:59\"", "wakes_at"]))"
        case 7:
            return
                "\(pick(["age", "score", "balance"])) \(pick(["in", "not in"])) (0, 1, 18, -1, 18.5, 9223372036854775807)"
        default: return "\(number(depth: depth)) \(sign()) \(number(depth: depth))"
        }
    }

    private static let nullable = [
        "age", "score", "balance", "active", "born", "wakes_at", "seen_at", "size", "nickname", "shift",
        "patience", "sponsor", "tags",
        "(age + score)", "len(nickname)",
    ]

    private static let texts = [
        #"nickname == "é""#, #"nickname != "a""#, #"nickname in ("a", "é", "")"#,
        #"nickname not in ("Å", "b")"#, "nickname == size",
        #"size == "small""#, #"size not in ("small", "1")"#, #"size in ("true", "null")"#,
        #"sponsor == "6F1C2D4E-8A3B-4C5D-9E6F-7A8B9C0D1E2F""#,
        #"sponsor in ("6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f", "00000000-0000-0000-0000-000000000000")"#,
    ]

    private mutating func number(depth: Int) -> String {
        if depth > 0, random.oneIn(2) {
            if random.oneIn(5) { return "-(\(number(depth: depth - 1)))" }
            return "(\(number(depth: depth - 1)) \(pick(["+", "-", "*"])) \(number(depth: depth - 1)))"
        }
        return pick([
            "age", "score", "balance", "ratio", "len(nickname)", "len(tags)", "0", "1", "18", "0.5",
            "1000000.25",
            "9223372036854775807", "0.0001",
        ])
    }

    private mutating func date() -> String {
        pick(["born", "born + 30d", "born - 1d", "\"1970-01-01\"", "\"2024-02-29\""])
    }

    private mutating func instant() -> String {
        pick([
            "seen_at", "seen_at + 36h", "seen_at - shift", "seen_at + patience",
            "\"2026-11-01T08:30:00.5+01:00\"", "\"1999-12-31T23:59:59Z\"",
        ])
    }

    private mutating func duration() -> String {
        pick([
            "shift", "patience", "12h", "90s", "shift + 1h", "patience - shift", "seen_at - seen_at",
            "born - born", "seen_at - made_at",
        ])
    }

    private mutating func sign() -> String { pick(["==", "!=", "<", "<=", ">", ">="]) }

    private mutating func pick(_ words: [String]) -> String {
        words[Int.random(in: words.indices, using: &random)]
    }
}
