import TestSupport

/// Changes of specs as a fuzzer makes them, the same in every run.
struct SpecMutation {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(random.next() % UInt64(bound)) }

    /// A few changes of bytes, words and lines, one after the other.
    mutating func changed(_ spec: [UInt8]) -> [UInt8] {
        var bytes = spec
        for _ in 0...below(4) { bytes = changedOnce(bytes) }
        return bytes
    }

    private mutating func changedOnce(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return noise() }
        switch below(9) {
        case 0: return replacing(bytes, 1, with: [UInt8(truncatingIfNeeded: random.next())])
        case 1: return replacing(bytes, 0, with: noise())
        case 2: return replacing(bytes, 1 + below(40), with: [])
        case 3: return replacing(bytes, below(3), with: Array(Self.pieces[below(Self.pieces.count)].utf8))
        case 4: return Array(bytes.prefix(below(bytes.count)))
        case 5: return doubledWord(bytes)
        case 6, 7: return movedLine(bytes)
        default: return renamed(bytes)
        }
    }

    private mutating func noise() -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<(1 + below(6)) { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
        return bytes
    }

    private mutating func replacing(_ bytes: [UInt8], _ count: Int, with other: [UInt8]) -> [UInt8] {
        let start = below(bytes.count)
        return bytes[..<start] + other + bytes[min(bytes.count, start + count)...]
    }

    /// A line is taken out, doubled, or put somewhere else, with another indentation now and then.
    private mutating func movedLine(_ bytes: [UInt8]) -> [UInt8] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines[below(lines.count)]
        if below(2) == 0 { lines.remove(at: below(lines.count)) }
        let indent = [UInt8](repeating: UInt8(ascii: " "), count: below(4))
        lines.insert((indent + line)[...], at: below(lines.count + 1))
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private mutating func doubledWord(_ bytes: [UInt8]) -> [UInt8] {
        let (from, to) = (word(in: bytes), below(bytes.count))
        return Array(bytes[..<to] + bytes[from] + bytes[to...])
    }

    /// One word takes the place of another, as names and types of the spec do in a hurried edit.
    private mutating func renamed(_ bytes: [UInt8]) -> [UInt8] {
        let (from, to) = (word(in: bytes), word(in: bytes))
        return Array(bytes[..<to.lowerBound] + bytes[from] + bytes[to.upperBound...])
    }

    private mutating func word(in bytes: [UInt8]) -> Range<Int> {
        let place = below(bytes.count)
        var (start, end) = (place, place)
        while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        return start..<end
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
        default: false
        }
    }

    /// What YAML, and this language, take for something special.
    private static let pieces = [
        "\n", "\r\n", "\t", ": ", " #", "- ", "? ", "{", "}", "[", "]", ",", "&a ", "*a", "!!str ", "<<: ", "|\n",
        ">-\n", "---\n",
        "...\n", "%YAML 1.1\n", "\"", "'", "\\u2028", "\\x00", "\u{FEFF}", "\u{85}", "\u{202E}", "é", "👩‍👩‍👧", "null", "~",
        "yes", "1e9",
        "0x1F", "-0", "9223372036854775808", "1..", "..", "..0", "2026-02-30", "{visibility: bio}", "none", "self",
        "spec: 1\n",
        "type: ", "enum", "of: []", "record.", "actor.id == ", "((((", "^(a+)+$", "\u{0}",
    ]
}
