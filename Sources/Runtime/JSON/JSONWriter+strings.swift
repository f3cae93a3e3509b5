import NIOCore

extension JSONWriter {
    package mutating func string(_ value: some StringProtocol) {
        string(String(value))
    }

    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { text(UnsafeRawBufferPointer($0)) }
    }

    /// A string from bytes that Postgres says are UTF-8. What is not is replaced by U+FFFD, byte by byte.
    package mutating func string(utf8 bytes: UnsafeRawBufferPointer) {
        text(bytes)
    }

    package mutating func string(_ value: StaticString) {
        value.withUTF8Buffer { text(UnsafeRawBufferPointer($0)) }
    }

    package mutating func uuid(_ id: RecordID) {
        scalar(capacity: 38) { target in
            target[0] = UInt8(ascii: "\"")
            id.write(to: UnsafeMutableRawBufferPointer(rebasing: target[1..<37]))
            target[37] = UInt8(ascii: "\"")
            return 38
        }
    }

    /// Writes the rest of a string, from its first byte that can't stand as it is, and the closing quote.
    mutating func writeEscaped(_ bytes: UnsafeRawBufferPointer, from start: Int) {
        var index = start
        while index < bytes.count {
            writeSpecial(bytes[index])
            let end = JSONText.plainEnd(bytes, from: index + 1)
            buffer.writeBytes(bytes[index + 1..<end])
            index = end
        }
        buffer.writeInteger(UInt8(ascii: "\""))
    }

    private mutating func writeSpecial(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): buffer.writeStaticString("\\\"")
        case UInt8(ascii: "\\"): buffer.writeStaticString("\\\\")
        case 0x0A: buffer.writeStaticString("\\n")
        case 0x0D: buffer.writeStaticString("\\r")
        case 0x09: buffer.writeStaticString("\\t")
        case 0..<0x20:
            buffer.writeStaticString("\\u00")
            buffer.writeInteger(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 0xF
            buffer.writeInteger(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: buffer.writeStaticString("\u{FFFD}")
        }
    }
}
