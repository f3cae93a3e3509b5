import NIOCore

/// An answer of Redis (RESP2), with bytes of its own.
package enum RedisReply: Sendable {
    case null
    case integer(Int64)
    case status(String)
    case bytes(ByteBuffer)
    case array([RedisReply])
    /// The first word of an error: its code. The rest may quote values and is dropped.
    case error(code: String)

    package var bytes: ByteBuffer? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }

    package var integer: Int64? {
        if case .integer(let integer) = self { integer } else { nil }
    }

    package var array: [RedisReply]? {
        if case .array(let array) = self { array } else { nil }
    }

    /// The text of a status or of bytes that are UTF-8.
    package var text: String? {
        switch self {
        case .status(let text): text
        case .bytes(let bytes): String(validating: bytes.readableBytesView, as: UTF8.self)
        default: nil
        }
    }
}
