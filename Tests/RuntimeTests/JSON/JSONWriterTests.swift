import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Runtime

@Suite("JSON writer")
struct JSONWriterTests {
    static func write(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(buffer: ByteBuffer())
        body(&writer)
        return String(buffer: writer.buffer)
    }

    @Test("puts commas and keys where they belong")
    func structure() {
        let text = Self.write {
            $0.beginObject()
            $0.key("a")
            $0.beginArray()
            $0.int(1)
            $0.bool(true)
            $0.null()
            $0.beginObject()
            $0.endObject()
            $0.beginArray()
            $0.endArray()
            $0.string("x")
            $0.raw(ByteBuffer(string: "{\"r\":1}"))
            $0.endArray()
            $0.key("b")
            $0.uuid(RecordID(high: 1, low: 0xAB))
            $0.key(escaping: "c\"\n")
            $0.bool(false)
            $0.endObject()
        }
        #expect(
            text == #"{"a":[1,true,null,{},[],"x",{"r":1}],"b":"00000000-0000-0001-0000-0000000000ab","c\"\n":false}"#)
    }

    @Test("writes every integer that Foundation writes", arguments: [0, 1, -1, 9, 10, 99, 100, .max, .min] as [Int64])
    func integers(_ value: Int64) {
        #expect(Self.write { $0.int(value) } == String(value))
    }

    @Test("writes integers of every width")
    func widths() {
        #expect(Self.write { $0.int(UInt64.max) } == "18446744073709551615")
        #expect(Self.write { $0.int(Int8.min) } == "-128")
        #expect(Self.write { $0.int(Int32.min) } == "-2147483648")
    }

    @Test("replaces bytes that are not UTF-8", arguments: JSONCases.badUTF8)
    func repairs(_ bytes: [UInt8]) throws {
        let text = Self.write { writer in
            (Array("a\"".utf8) + bytes + Array("b".utf8)).withUnsafeBytes { writer.string(utf8: $0) }
        }
        var reader = JSONReader(ByteBuffer(string: text))
        let back = try reader.string()
        #expect(back.hasPrefix("a\"\u{FFFD}") && back.hasSuffix("b"))
    }

    @Test("passes numbers on and makes null of what is none")
    func numbers() {
        let write = { (text: String) in
            Self.write { writer in Array(text.utf8).withUnsafeBytes { writer.number(text: $0) } }
        }
        for text in ["0", "-1.50", "1e+20", "0.000"] { #expect(write(text) == text) }
        for text in ["NaN", "Infinity", "-Infinity", "", "01", ".5", "1.", "1,2"] { #expect(write(text) == "null") }
    }

    @Test(
        "writes instants as RFC 3339",
        arguments: [
            (0, "\"2000-01-01T00:00:00Z\""), (-1, "\"1999-12-31T23:59:59.999999Z\""),
            (250_000, "\"2000-01-01T00:00:00.25Z\""),
            (1, "\"2000-01-01T00:00:00.000001Z\""), (848_736_300_000_000, "\"2026-11-23T08:05:00Z\""),
            (-63_113_904_000_000_000, "\"0000-01-01T00:00:00Z\""),
            (-63_113_904_000_000_001, "null"), (252_455_615_999_999_999, "\"9999-12-31T23:59:59.999999Z\""),
            (252_455_616_000_000_000, "null"), (.max, "null"), (.min, "null"), (.max - 1, "null"),
        ] as [(Int64, String)])
    func timestamps(_ value: Int64, _ text: String) {
        #expect(Self.write { $0.timestamp(value) } == text)
    }

    @Test("agrees with Foundation's calendar on dates")
    func dates() throws {
        var random = SeededGenerator(seed: 4)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for _ in 0..<2_000 {
            // From 1583 on, where Foundation's calendar is Gregorian too.
            let days = Int32.random(in: -152_000...2_900_000, using: &random)
            let date = Date(timeIntervalSince1970: Double(days) * 86_400 + 946_684_800)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let civil = CivilDate(daysSince2000: Int(days))
            #expect(civil == CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
            #expect(civil.daysSince2000 == Int(days))
        }
        for days in stride(from: -1_000_000, to: 5_000_000, by: 37) {
            #expect(CivilDate(daysSince2000: days).daysSince2000 == days)
        }
        for days: Int32 in [.max, .min, -730_486, 2_921_940] { #expect(Self.write { $0.date(days) } == "null") }
        #expect(Self.write { $0.date(-730_485) } == "\"0000-01-01\"")
        #expect(Self.write { $0.date(2_921_939) } == "\"9999-12-31\"")
        #expect(Self.write { $0.time(86_400_000_000) } == "null")
        #expect(Self.write { $0.date(59) } == "\"2000-02-29\"")
        #expect(Self.write { $0.time(29_100_500_000) } == "\"08:05:00.5\"")
    }

    @Test("writes strings that Foundation and our reader read back the same")
    func roundTrips() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let text = randomText(&random)
            let json = Self.write { $0.string(text) }
            var reader = JSONReader(ByteBuffer(string: json))
            #expect(Array(try reader.string().utf8) == Array(text.utf8))
            try reader.end()
            let other = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String
            #expect(other.map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}

func randomText(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...30, using: &random) {
        let bound: UInt32 = [0x20, 0x80, 0x80, 0x800, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...bound, using: &random)) {
            text.unicodeScalars.append(scalar)
        }
    }
    return text
}
