internal import CHiredis
import NIOCore

extension RedisReply {
    /// Copies what hiredis frees after its callback.
    init(copying reply: UnsafePointer<redisReply>) {
        let reply = reply.pointee
        switch reply.type {
        case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
        case REDIS_REPLY_STRING: self = .bytes(ByteBuffer(bytes: Self.bytes(reply)))
        case REDIS_REPLY_STATUS: self = .status(String(decoding: Self.bytes(reply), as: UTF8.self))
        case REDIS_REPLY_ERROR:
            let code = Self.bytes(reply).prefix { $0 != UInt8(ascii: " ") }
            self = .error(code: String(decoding: code.prefix(32), as: UTF8.self))
        case REDIS_REPLY_ARRAY:
            let elements = UnsafeBufferPointer(start: reply.element, count: reply.elements)
            // An element that is missing can't be told from a null.
            self = .array(elements.map { $0.map { RedisReply(copying: $0) } ?? .null })
        default: self = .null
        }
    }

    private static func bytes(_ reply: redisReply) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: reply.str, count: reply.str == nil ? 0 : reply.len)
    }
}
