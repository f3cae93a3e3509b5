import NIOCore

/// The JSON of one record for one view, made once and answered many times.
package struct CachedView: Sendable {
    /// The row version that the bytes were made from.
    package let version: Int64
    /// The strong entity tag with its quotes.
    package let etag: String
    package let body: ByteBuffer

    package init(version: Int64, etag: String, body: ByteBuffer) {
        self.version = version
        self.etag = etag
        self.body = body
    }
}

/// Names a record in the caches.
package struct CacheKey: Hashable, Sendable {
    /// The resource's place in the contract.
    package let resource: UInt8
    package let id: RecordID

    package init(resource: UInt8, id: RecordID) {
        self.resource = resource
        self.id = id
    }
}
