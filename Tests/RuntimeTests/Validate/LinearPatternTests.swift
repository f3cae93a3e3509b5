import Testing

@testable import Runtime

@Suite("Linear patterns")
struct LinearPatternTests {
    @Test(
        "match what ECMAScript matches",
        arguments: [
            ("^abc$", "abc", true), ("^abc$", "abcd", false), ("b", "abc", true), ("^$", "", true), ("", "x", true),
            ("^a*$", "aaaa", true),
            ("^a+$", "", false), ("^a?b$", "b", true), ("^a{2}$", "aa", true), ("^a{2}$", "aaa", false),
            ("^a{2,}$", "aaaaa", true),
            ("^a{2,3}$", "aaaa", false), ("^a{0}$", "", true), ("^(a|b)+$", "abba", true),
            ("^(?:ab|cd){2}$", "abcd", true), ("^[a-c]$", "b", true),
            ("^[^a-c]$", "b", false), ("^[^a-c]$", "é", true), ("^[]$", "a", false), ("^[^]$", "a", true),
            ("^[a-]$", "-", true),
            ("^[-a]$", "-", true), ("^[\\]\\\\]$", "]", true), ("^\\d+$", "123", true), ("^\\d$", "٣", false),
            ("^\\w+$", "a_9", true), ("^\\s$", "\t", true),
            ("^\\D\\W\\S$", "a-b", true), ("^[\\d.]+$", "1.5", true), ("^[\\D]$", "5", false), ("^[\\D]$", "é", true),
            ("^.$", "\n", false), ("^.$", "😀", true),
            ("^\\.$", "a", false), ("^\\u00e9$", "é", true), ("^(a*)*$", "aaa", true), ("^(a*)*$", "b", false),
            ("^(|a)+$", "aa", true), ("a|b|", "", true),
            ("^[à-ü]+$", "éü", true), ("^\\/\\-\\$$", "/-$", true), ("^()$", "", true), ("x^", "x", false),
            ("$a", "a", false), ("a$|^b", "ba", true),
            ("^[A-Z]{2}-\\d{4}$", "AB-1234", true),
        ])
    func matching(_ source: String, _ text: String, _ expected: Bool) throws {
        #expect(try LinearPattern(source).matches(text) == expected)
    }

    @Test(
        "are refused with a place when they can't be linear or are not in the language",
        arguments: [
            ("(a)\\1", 3), ("(?=a)", 0), ("a(?!b)", 1), ("(?<n>a)", 0), ("a**", 2), ("a+?", 2), ("*a", 0), ("(a", 0),
            ("a)", 1), ("[a", 0), ("[z-a]", 1),
            ("a{2", 1), ("a{,2}", 1), ("a{3,2}", 1), ("a{1001}", 2), ("\\b", 0), ("\\p{L}", 0), ("\\", 0), ("\\q", 0),
            ("]", 0), ("^*", 1), ("[\\d-z]", 1),
            ("\\uD800", 0), ("\\u12", 0), ("((a{100}){100}){100}", 2), ("((){1000}){1000}", 1),
        ])
    func refused(_ source: String, _ offset: Int) {
        do throws(LinearPattern.Failure) {
            _ = try LinearPattern(source)
            Testing.Issue.record("\(source) was taken")
        } catch {
            #expect(error.offset == offset, "\(source): \(error.message)")
        }
    }

    @Test(
        "take time linear in the text, whatever the pattern",
        arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    func linear(_ source: String) throws {
        let pattern = try LinearPattern(source)
        for count in [30, 3_000] {
            var steps = 0
            #expect(!pattern.matches(String(repeating: "a", count: count) + "!", steps: &steps))
            #expect(steps <= 2 * pattern.program.count * (count + 2))
        }
    }

    @Test("are bounded in groups and in length")
    func bounds() {
        let deep = { String(repeating: "(", count: $0) + String(repeating: ")", count: $0) }
        #expect(throws: Never.self) { try LinearPattern(deep(32)) }
        #expect(throws: LinearPattern.Failure.self) { try LinearPattern(deep(33)) }
        #expect(throws: LinearPattern.Failure.self) { try LinearPattern(String(repeating: "a", count: 1_001)) }
    }
}
