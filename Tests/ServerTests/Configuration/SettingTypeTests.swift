import Foundation
import Testing

@testable import Runtime
@testable import Server

@Suite("Types of settings")
struct SettingTypeTests {
    @Test(
        "times are read and written",
        arguments: [
            ("0s", Duration.zero, "0s"), ("200ms", .milliseconds(200), "200ms"), ("1000ms", .seconds(1), "1s"),
            ("90s", .seconds(90), "90s"), ("120s", .seconds(120), "2m"), ("7d", .seconds(604_800), "7d"),
            ("3650d", .seconds(315_360_000), "3650d"),
        ])
    func times(text: String, span: Duration, spelled: String) {
        #expect(TimeSpan.parse(text) == span)
        #expect(TimeSpan.spell(span) == spelled)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "s", "5", "5 s", "-5s", "+5s", "1.5s", "5S", "5w", "3651d", "99999999999999999999s", "٥s", "1h30m",
        ])
    func noTimes(text: String) {
        #expect(TimeSpan.parse(text) == nil)
    }

    @Test(
        "amounts of memory are read and written",
        arguments: [
            ("0", 0, "0"), ("512", 512, "512"), ("1024", 1024, "1KiB"), ("3MiB", 3 << 20, "3MiB"),
            ("2GiB", 2 << 30, "2GiB"),
        ])
    func amounts(text: String, amount: Int, spelled: String) {
        #expect(ByteAmount.parse(text) == amount)
        #expect(ByteAmount.spell(amount) == spelled)
    }

    @Test("what is no amount is refused", arguments: ["", "KiB", "1kb", "1 KiB", "-1", "1.5MiB", "9999999999999GiB"])
    func noAmounts(text: String) {
        #expect(ByteAmount.parse(text) == nil)
    }

    private static let key = (0..<32).map { UInt8($0 * 8) }

    @Test(
        "a key is read from each of its spellings",
        arguments: [
            Data(key).base64EncodedString(),
            Data(key).base64EncodedString().replacing("=", with: ""),
            Data(key).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_"),
            key.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(),
            key.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined().uppercased(),
        ])
    func keys(text: String) throws {
        #expect(try #require(SealingKey(text)).reveal() == Self.key)
    }

    @Test(
        "what is no key of 32 bytes is refused",
        arguments: [
            "", "AAAA", Data(key + [1]).base64EncodedString(), Data(key.dropLast()).base64EncodedString(),
            String(repeating: "zz", count: 32), String(repeating: "a", count: 66),
            "!" + Data(key).base64EncodedString(),
        ])
    func noKeys(text: String) {
        #expect(SealingKey(text) == nil)
    }
}
