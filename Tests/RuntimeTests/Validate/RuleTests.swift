import Testing

@testable import Runtime

@Suite("Rules")
struct RuleTests {
    private func code<Value>(_ check: () throws(Finding) -> Value) -> IssueCode? {
        do throws(Finding) {
            _ = try check()
            return nil
        } catch { return error.code }
    }

    @Test("count code points after trimming and composing")
    func lengths() throws {
        let rule = TextRule(minimum: 1, maximum: 2, trim: true, lowercase: true, nfc: true)
        #expect(try rule.check(" \u{a0}E\u{301}B\n ") == "éb")
        #expect(Array(try rule.check("E\u{301}").utf8) == [0xC3, 0xA9])
        #expect(code { () throws(Finding) in try rule.check("  ") } == .tooShort)
        #expect(code { () throws(Finding) in try rule.check("😀😀") } == nil)
        #expect(code { () throws(Finding) in try rule.check("abc") } == .tooLong)
        #expect(code { () throws(Finding) in try TextRule(maximum: 1).check("e\u{301}") } == .tooLong)
    }

    @Test("refuse control characters, but for lines in long text")
    func controls() throws {
        let line = TextRule(maximum: 10)
        let text = TextRule(maximum: 10, multiline: true)
        for control in ["\n", "\t"] {
            #expect(code { () throws(Finding) in try line.check("a" + control) } == .controlCharacter)
            #expect(code { () throws(Finding) in try text.check("a" + control) } == nil)
        }
        for control in ["\r", "\u{1}", "\u{7f}", "\u{85}", "\u{9f}"] {
            #expect(code { () throws(Finding) in try text.check("a" + control) } == .controlCharacter)
        }
        #expect(code { () throws(Finding) in try text.check("a\u{0}") } == .nulNotAllowed)
        #expect(code { () throws(Finding) in try text.check("\u{a0}") } == nil)
    }

    @Test("know their formats", arguments: FormatCases.all)
    func formats(_ format: TextFormat, _ text: String, _ accepted: Bool) {
        #expect(format.accepts(text) == accepted, "\(format) \(text)")
    }

    @Test(
        "check decimals exactly",
        arguments: [
            ("0", "0", nil), ("-0.0", "0", nil), ("1.50", "1.5", nil), ("150e-2", "1.5", nil),
            ("999.99", "999.99", nil), ("-999.99", "-999.99", nil),
            ("0.05", "0.05", nil), ("5e-2", "0.05", nil), ("1e2", "100", nil), ("120", "120", nil),
            ("0.001", nil, .tooPrecise), ("1000", nil, .tooLarge),
            ("-1000", nil, .tooSmall), ("1e999999999999", nil, .tooLarge), ("1e-999999999999", nil, .tooPrecise),
            ("999.990", "999.99", nil),
            ("0.500", "0.5", nil),
        ] as [(String, String?, IssueCode?)])
    func decimals(_ text: String, _ plain: String?, _ expected: IssueCode?) throws {
        let number = try #require(JSONNumber(text: text))
        let rule = DecimalRule(precision: 5, scale: 2)
        #expect(code { () throws(Finding) in try rule.check(number) } == expected)
        if let plain { #expect(try rule.check(number) == plain) }
    }

    @Test("compare decimals with their bounds")
    func decimalBounds() throws {
        let rule = DecimalRule(precision: 6, scale: 3, minimum: "-1.5", maximum: "10.25")
        for text in ["-1.5", "-1.499", "0", "10.25", "10.2", "9.999", "0.001"] {
            let number = try #require(JSONNumber(text: text))
            #expect(code { () throws(Finding) in try rule.check(number) } == nil, "\(text)")
        }
        for (text, expected) in [
            ("-1.501", IssueCode.tooSmall), ("-2", .tooSmall), ("10.251", .tooLarge), ("10.3", .tooLarge),
            ("100", .tooLarge),
        ] {
            let number = try #require(JSONNumber(text: text))
            #expect(code { () throws(Finding) in try rule.check(number) } == expected, "\(text)")
        }
    }

    @Test(
        "read instants as microseconds of UTC",
        arguments: [
            ("2000-01-01T00:00:00Z", 0), ("2000-01-01t00:00:00z", 0), ("2000-01-01T01:00:00+01:00", 0),
            ("1999-12-31T23:30:00-00:30", 0),
            ("2000-01-01T00:00:00-00:00", 0), ("2000-01-01T00:00:00.25Z", 250_000), ("2000-01-01T00:00:00.0000004Z", 0),
            ("2000-01-01T00:00:00.0000005Z", 1), ("1999-12-31T23:59:59.9999999Z", 0), ("1999-12-31T23:59:60Z", 0),
            ("2000-01-01T00:59:60+01:00", 0),
            ("2026-11-23T08:05:00Z", 848_736_300_000_000), ("2000-02-29T00:00:00Z", 5_097_600_000_000),
            ("2000-01-01T12:59:60Z", nil),
            ("2000-01-01T00:00:00", nil), ("2000-01-01 00:00:00Z", nil), ("2000-01-01T24:00:00Z", nil),
            ("2000-13-01T00:00:00Z", nil),
            ("1900-02-29T00:00:00Z", nil), ("2000-01-01T00:00Z", nil), ("2000-01-01T00:00:00.Z", nil),
            ("2000-01-01T00:00:00+0100", nil),
            ("2000-01-01T00:00:00+24:00", nil), ("0000-01-01T00:00:00+00:01", nil),
            ("9999-12-31T23:59:59.999999Z", 252_455_615_999_999_999),
            ("9999-12-31T23:59:59.9999999Z", nil), ("", nil), ("infinity", nil), ("2000-01-01T00:00:00Zx", nil),
            ("+2000-01-01T00:00:00Z", nil),
        ] as [(String, Int64?)])
    func timestamps(_ text: String, _ value: Int64?) {
        #expect((try? TimestampRule().check(text)) == value)
    }

    @Test(
        "read dates and times",
        arguments: [
            ("2000-01-01", 0, nil), ("2000-03-01", 60, nil), ("1999-12-31", -1, nil), ("2023-02-29", nil, nil),
            ("2000-1-1", nil, nil), ("2000-01-01T", nil, nil),
            ("00:00", nil, 0), ("08:05", nil, 29_100_000_000), ("08:05:01.5", nil, 29_101_500_000),
            ("23:59:59.999999", nil, 86_399_999_999),
            ("23:59:59.9999999", nil, nil), ("24:00", nil, nil), ("12:60", nil, nil), ("12:00:60", nil, nil),
            ("08:05:00.1234567", nil, nil), ("12", nil, nil), ("12:00Z", nil, nil),
        ] as [(String, Int32?, Int64?)])
    func datesAndTimes(_ text: String, _ date: Int32?, _ time: Int64?) {
        #expect((try? DateRule().check(text)) == date)
        #expect((try? TimeRule().check(text)) == time)
    }

    @Test("compare choices by their bytes")
    func choices() {
        let rule = ChoiceRule(of: ["\u{e9}", "K"])
        #expect(code { () throws(Finding) in try rule.check("e\u{301}") } == .notAChoice)
        #expect(code { () throws(Finding) in try rule.check("\u{212a}") } == .notAChoice)
        #expect(code { () throws(Finding) in try rule.check("K") } == nil)
    }
}
