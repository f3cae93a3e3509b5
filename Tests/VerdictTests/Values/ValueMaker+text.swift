import Generator
import TestSupport

extension ValueMaker {
    /// Letters that are more or less than they look: combining, of two or more UTF-16 units, without width, of the other
    /// direction, white space of Unicode, controls, and those that change their length with their case.
    private static let letters: [String] = [
        "a", "z", "A", "0", "9", "-", "_", ".", "/", "@", "#", "\"", "'", "\\", "%", "$", " ", "\t", "\n", "\r",
        "\u{0}",
        "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{3000}", "\u{FEFF}", "\u{FFFD}",
        "\u{FFFF}", "\u{10FFFF}", "é", "e\u{301}", "\u{301}", "İ", "ß", "ﬁ", "ſ", "\u{1F468}\u{200D}\u{1F469}",
        "\u{1100}\u{1161}",
        "\u{0958}", "\u{FF11}",
    ]

    private static let seeds: [Contract.TextRules.Format: [String]] = [
        .line: ["Ada Lovelace", "o'brien \\ \"#x\"", "abc\"#x", "  spaced\u{A0}", "'; DROP TABLE hr.persons; --"],
        .text: ["one\ntwo\t3", "some words of text", "   "],
        .slug: ["a-b", "first-steps", "a--b", "-a", "a1-2b"],
        .email: [
            "ada@example.com", "a.b+c@x-y.example", "a@localhost", "\"a b\"@example.com", "a..b@example.com",
            "a@1.2.3.4",
            "ada@example.com.", "ä@example.com", "a@b@c.de", String(repeating: "a", count: 65) + "@example.com",
        ],
        .phone: [
            "+4915112345678", "+1234567", "+123456", "+1234567890123456", "+0123456789", "0151 123", "+49 151 123",
        ],
        .url: [
            "https://example.org/", "http://a.b/c?d=e#f", "HTTPS://EXAMPLE.ORG", "https://user@example.org",
            "ftp://example.org",
            "https://[::1]/example.org", "https://1.2.3.4:65535/example.org", "https://1.2.3.4:65536/", "https://a/%zz",
            "https://example.org/ä", "javascript:alert(1)//example.org", "https://example.org:/", "https://256.1.1.1/",
        ],
        .country: ["DE", "FR", "de", "XX", "UK", "ZZ", "D"],
        .language: [
            "en", "pt-BR", "zh-Hant-TW", "x-klingon", "i-klingon", "de-CH-1901", "en-u-ca-gregory", "e", "en_US",
        ],
        .timezone: [
            "Europe/Berlin", "UTC", "europe/berlin", "Mars/Olympus", "America/Argentina/Ushuaia", "Europe", "Etc/GMT+1",
        ],
    ]

    mutating func text(_ rules: Contract.TextRules) -> String {
        if random.oneIn(4) { return filled(rules) }
        return near(Self.seeds[rules.format] ?? [""])
    }

    mutating func mutated(_ text: String) -> String {
        var letters = Array(text.unicodeScalars)
        for _ in 0...Int.random(in: 0...1, using: &random) {
            let place = Int.random(in: 0...letters.count, using: &random)
            let added = Array(pick(Self.letters).unicodeScalars)
            if place < letters.count, random.oneIn(2) { letters.remove(at: place) }
            letters.insert(contentsOf: random.oneIn(3) ? [] : added, at: min(place, letters.count))
        }
        return letters.reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    /// Of a length near a bound. Long texts are rare, since each goes to three judges.
    private mutating func filled(_ rules: Contract.TextRules) -> String {
        let lengths = [rules.minimum, rules.maximum].flatMap { [$0 - 1, $0, $0 + 1] }.filter { 0...2_100 ~= $0 }
        let length = pick(lengths)
        return Self.text(of: pick(["a", "é", "e\u{301}", "\u{1F600}", "ß", "İ", " ", "A"]), scalars: length)
    }

    private static func text(of letter: String, scalars: Int) -> String {
        var text = ""
        let units = Array(letter.unicodeScalars)
        for place in 0..<scalars { text.unicodeScalars.append(units[place % units.count]) }
        return text
    }

    mutating func textEdges(_ rules: Contract.TextRules) -> [String] {
        var texts = Self.seeds[rules.format] ?? []
        for length in [rules.minimum - 1, rules.minimum, rules.maximum, rules.maximum + 1] where length >= 0 {
            texts.append(Self.text(of: "a", scalars: length))
            if length <= 2_100 {
                texts.append(Self.text(of: "\u{1F600}", scalars: length))
                texts.append(Self.text(of: "e\u{301}", scalars: length))
                // What trimming takes away does not count.
                texts.append(Self.text(of: "a", scalars: length) + "  ")
            }
        }
        for text in texts.prefix(2) { texts += [text + "\n", "\n" + text, text + "\u{0}", " " + text + " "] }
        return texts + Self.letters
    }
}
