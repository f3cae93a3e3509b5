import NIOCore

/// A strict pull reader over the bytes of one JSON document (RFC 8259).
///
/// UTF-8 is checked, names that stand twice are refused, and so are comments, trailing commas, byte order marks, leading zeros and lone
/// surrogates. Depth, size and members have bounds. Time is linear in the size and nothing recurses.
///
///     try reader.beginObject()
///     while let name = try reader.nextName() {
///         switch name {
///         case "bio": bio = try reader.string()
///         default: _ = try reader.skipValue()
///         }
///     }
///     try reader.end()
///
/// After `nextName` and `nextElement` exactly one value must be read or skipped: anything else is a mistake in the calling
/// code, and traps. After an error the reader must not be used further.
package struct JSONReader: Sendable {
    struct Frame: Sendable {
        var isObject: Bool
        var count = 0
        /// Where the names of this object begin in `names`.
        var mark: Int
    }

    let bytes: [UInt8]
    let limits: JSONLimits
    private let isTooLarge: Bool
    var position = 0
    var frames: [Frame] = []
    var names = JSONNames()
    var awaitsValue = true

    /// Whether what was read last (a name, a string, a skipped value with all in it) holds U+0000, which JSON can spell
    /// and Postgres can't store.
    package internal(set) var containsNUL = false

    /// Reads the readable bytes of `bytes`.
    package init(_ bytes: ByteBuffer, limits: JSONLimits = JSONLimits()) {
        self.limits = limits
        self.isTooLarge = bytes.readableBytes > limits.bytes
        self.bytes = isTooLarge ? [] : Array(bytes.readableBytesView)
    }

    /// The kind of the value that comes next, which is not read yet.
    package mutating func peek() throws(JSONError) -> JSONKind {
        precondition(awaitsValue, "no value can come here: ask for the next name or element first")
        if isTooLarge { throw JSONError(.tooLarge, at: limits.bytes) }
        switch try nextByte() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw JSONError(startsWithMark ? .byteOrderMark : .unexpectedByte, at: position)
        }
    }

    /// Checks that nothing but white space follows the value.
    package mutating func end() throws(JSONError) {
        precondition(frames.isEmpty && !awaitsValue, "the document's value has not been read")
        skipWhitespace()
        guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
    }

    private var startsWithMark: Bool {
        position == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    }

    /// Checks the kind of the next value and goes to its first byte.
    mutating func expect(_ kind: JSONKind) throws(JSONError) {
        guard try peek() == kind else { throw JSONError(.wrongKind, at: position) }
    }

    /// The next byte that is not white space; it is not consumed.
    mutating func nextByte() throws(JSONError) -> UInt8 {
        skipWhitespace()
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
        return bytes[position]
    }

    mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}
