import NIOCore

/// A view as it lies in Redis: a mark, whose it is, the version, the lengths of tag and body, then both.
///
/// Reading it back checks all of that, and that it is the view that was asked for; what doesn't fit is damaged.
enum L2Value {
    /// Changes with the layout.
    private static let mark: UInt32 = 0x5253_5431  // RST1
    /// Mark, resource, record (16), view, version, length of the tag, length of the body.
    private static let headLength = 4 + 1 + 16 + 4 + 8 + 2 + 4

    /// `nil` for a view that is too large to have its lengths written down.
    static func encode(_ cached: CachedView, _ key: CacheKey, _ view: RoleSet) -> ByteBuffer? {
        guard let tagLength = UInt16(exactly: cached.etag.utf8.count),
            let bodyLength = UInt32(exactly: cached.body.readableBytes)
        else { return nil }
        var bytes = ByteBuffer()
        bytes.reserveCapacity(headLength + Int(tagLength) + Int(bodyLength))
        bytes.writeMultipleIntegers(mark, key.resource, key.id.high, key.id.low, view.rawValue)
        bytes.writeMultipleIntegers(cached.version, tagLength, bodyLength)
        bytes.writeString(cached.etag)
        bytes.writeImmutableBuffer(cached.body)
        return bytes
    }

    /// `nil` when the bytes are damaged or another's.
    static func decode(_ bytes: ByteBuffer, _ key: CacheKey, _ view: RoleSet) -> CachedView? {
        var bytes = bytes
        guard
            let (found, resource, high, low, roles) = bytes.readMultipleIntegers(
                as: (UInt32, UInt8, UInt64, UInt64, UInt32).self),
            let (version, tagLength, bodyLength) = bytes.readMultipleIntegers(as: (Int64, UInt16, UInt32).self)
        else { return nil }
        guard found == mark, CacheKey(resource: resource, id: RecordID(high: high, low: low)) == key,
            RoleSet(rawValue: roles) == view, bytes.readableBytes == Int(tagLength) + Int(bodyLength)
        else { return nil }
        guard let tag = bytes.readSlice(length: Int(tagLength)),
            let etag = String(validating: tag.readableBytesView, as: UTF8.self), tag.readableBytes >= 2
        else { return nil }
        return CachedView(version: version, etag: etag, body: bytes)
    }

    /// A version as text whose order is the order of the numbers.
    static func digits(_ version: Int64) -> String {
        let text = String(UInt64(bitPattern: version) ^ 1 << 63)
        return String(repeating: "0", count: 20 - text.utf8.count) + text
    }
}
