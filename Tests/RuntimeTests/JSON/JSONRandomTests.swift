import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Runtime

@Suite("JSON, random documents")
struct JSONRandomTests {
    private func value(_ random: inout SeededGenerator, depth: Int, to writer: inout JSONWriter) {
        switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &random) {
        case 0: writer.null()
        case 1: writer.bool(Bool.random(using: &random))
        case 2: writer.int(Int64.random(in: .min ... .max, using: &random))
        case 3: writer.raw("-12.50e-3")
        case 4, 5: writer.string(randomText(&random))
        case 6:
            writer.beginArray()
            for _ in 0..<Int.random(in: 0...5, using: &random) { value(&random, depth: depth - 1, to: &writer) }
            writer.endArray()
        default:
            writer.beginObject()
            for index in 0..<Int.random(in: 0...12, using: &random) {
                writer.key(escaping: "\(index)" + randomText(&random))
                value(&random, depth: depth - 1, to: &writer)
            }
            writer.endObject()
        }
    }

    private func document(_ random: inout SeededGenerator) -> ByteBuffer {
        var writer = JSONWriter(buffer: ByteBuffer())
        value(&random, depth: 5, to: &writer)
        return writer.buffer
    }

    @Test("what the writer writes, the reader takes, and copies to the same bytes")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            let document = document(&random)
            #expect(JSONReaderTests.check(document) == nil)
            var body = BodyReader(document, mode: .put, writable: [])
            var copy = JSONWriter(buffer: ByteBuffer())
            try body.copyAny(to: &copy)
            try body.finish()
            #expect(copy.buffer == document)
        }
    }

    /// Foundation refuses numbers that no Double can be, which RFC 8259 allows.
    private func hasLargeExponent(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(/\d[eE][+-]?\d{3}/)
    }

    @Test("a mutated document is never taken when Foundation refuses it, and never crashes")
    func mutations() {
        var random = SeededGenerator(seed: 13)
        var taken = 0
        for _ in 0..<5_000 {
            var bytes = Array(document(&random).readableBytesView.prefix(400))
            for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array("{}[],:\"\\u0-.e tfn".utf8).randomElement(using: &random) ?? 0, at: index)
                default: bytes.removeSubrange(index...)
                }
            }
            guard JSONReaderTests.check(ByteBuffer(bytes: bytes)) == nil, !hasLargeExponent(bytes) else { continue }
            taken += 1
            let oracle = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            #expect(oracle != nil, "taken by us alone: \(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(taken > 100)
    }
}
