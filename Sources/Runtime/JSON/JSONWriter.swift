import NIOCore

/// Writes JSON (RFC 8259) without white space to the end of a buffer.
///
/// Commas come by themselves. Inside an object each value follows a `key`; that and the pairing of `begin` and `end` is the caller's
/// part, and is asserted in debug builds. All text that comes out is valid UTF-8, whatever went in.
///
///     var writer = JSONWriter(buffer: buffer)
///     writer.beginObject()
///     writer.key("id")
///     writer.uuid(id)
///     writer.endObject()
package struct JSONWriter: Sendable {
    /// What stood in the buffer before, and behind it what was written.
    package internal(set) var buffer: ByteBuffer
    private var needsComma = false
    #if DEBUG
        private var nesting = JSONNesting()
    #endif

    package init(buffer: ByteBuffer) {
        self.buffer = buffer
    }

    package mutating func beginObject() {
        open(UInt8(ascii: "{"), isObject: true)
    }

    package mutating func endObject() {
        close(UInt8(ascii: "}"), isObject: true)
    }

    package mutating func beginArray() {
        open(UInt8(ascii: "["), isObject: false)
    }

    package mutating func endArray() {
        close(UInt8(ascii: "]"), isObject: false)
    }

    /// A member's name that is known to hold no quote, no backslash and no control character.
    package mutating func key(_ name: StaticString) {
        willWriteKey()
        let needsComma = needsComma
        name.withUTF8Buffer { name in
            write(capacity: name.count + 4) { target in
                var end = 0
                if needsComma { target.append(UInt8(ascii: ","), at: &end) }
                target.append(UInt8(ascii: "\""), at: &end)
                target.append(UnsafeRawBufferPointer(name), at: &end)
                target.append(UInt8(ascii: "\""), at: &end)
                target.append(UInt8(ascii: ":"), at: &end)
                return end
            }
        }
        self.needsComma = false
    }

    /// A member's name that may hold anything.
    package mutating func key(escaping name: String) {
        willWriteKey()
        var name = name
        name.withUTF8 { writeQuoted(UnsafeRawBufferPointer($0)) }
        write(capacity: 1) {
            $0.storeBytes(of: UInt8(ascii: ":"), as: UInt8.self); return 1
        }
        needsComma = false
    }

    package mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    package mutating func null() {
        raw("null")
    }

    /// One whole JSON value that was made before, such as a cached record. It is not looked at.
    package mutating func raw(_ value: ByteBuffer) {
        value.withUnsafeReadableBytes { raw($0) }
    }

    /// One whole JSON value, such as a `jsonb` column's text. It is not looked at.
    package mutating func raw(_ value: UnsafeRawBufferPointer) {
        assert(!value.isEmpty, "no bytes are no JSON value")
        scalar(capacity: value.count) { target in
            target.copyMemory(from: value)
            return value.count
        }
    }

    /// One whole JSON value that is known when the program is compiled.
    package mutating func raw(_ value: StaticString) {
        value.withUTF8Buffer { raw(UnsafeRawBufferPointer($0)) }
    }
}

extension JSONWriter {
    /// Writes one value of at most `capacity` bytes, with a comma before it where one belongs.
    @inline(__always)
    mutating func scalar(capacity: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
        willWriteValue()
        let needsComma = needsComma
        write(capacity: capacity + 1) { target in
            guard needsComma else { return body(target) }
            target[0] = UInt8(ascii: ",")
            return 1 + body(UnsafeMutableRawBufferPointer(rebasing: target[1...]))
        }
        self.needsComma = true
    }

    /// Writes a string value from bytes that ought to be UTF-8.
    mutating func text(_ bytes: UnsafeRawBufferPointer) {
        willWriteValue()
        writeQuoted(bytes)
        needsComma = true
    }

    private mutating func writeQuoted(_ bytes: UnsafeRawBufferPointer) {
        let plain = JSONText.plainEnd(bytes, from: 0)
        let needsComma = needsComma
        write(capacity: plain + 3) { target in
            var end = 0
            if needsComma { target.append(UInt8(ascii: ","), at: &end) }
            target.append(UInt8(ascii: "\""), at: &end)
            target.append(UnsafeRawBufferPointer(rebasing: bytes[..<plain]), at: &end)
            if plain == bytes.count { target.append(UInt8(ascii: "\""), at: &end) }
            return end
        }
        if plain < bytes.count { writeEscaped(bytes, from: plain) }
    }

    @inline(__always)
    mutating func write(capacity: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity, body)
    }

    private mutating func open(_ bracket: UInt8, isObject: Bool) {
        scalar(capacity: 1) {
            $0[0] = bracket; return 1
        }
        needsComma = false
        #if DEBUG
            nesting.open(isObject: isObject)
        #endif
    }

    private mutating func close(_ bracket: UInt8, isObject: Bool) {
        write(capacity: 1) {
            $0[0] = bracket; return 1
        }
        needsComma = true
        #if DEBUG
            nesting.close(isObject: isObject)
        #endif
    }

    @inline(__always)
    private mutating func willWriteKey() {
        #if DEBUG
            nesting.key()
        #endif
    }

    @inline(__always)
    private mutating func willWriteValue() {
        #if DEBUG
            nesting.value()
        #endif
    }
}

extension UnsafeMutableRawBufferPointer {
    @inline(__always)
    fileprivate func append(_ byte: UInt8, at end: inout Int) {
        self[end] = byte
        end += 1
    }

    @inline(__always)
    fileprivate func append(_ bytes: UnsafeRawBufferPointer, at end: inout Int) {
        UnsafeMutableRawBufferPointer(rebasing: self[end...]).copyMemory(from: bytes)
        end += bytes.count
    }
}
