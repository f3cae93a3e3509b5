import NIOCore

/// What is known of one record: some views of one version, or that there is no such record.
struct L1Entry {
    struct View {
        let roles: RoleSet
        let cached: CachedView
        let expires: ContinuousClock.Instant
    }

    let key: CacheKey
    /// The version that all of `views` have.
    var version: Int64
    var views: [View]
    /// Set when the entry says "no such record"; it has no views then.
    var absentUntil: ContinuousClock.Instant?
    /// What the entry is counted for in the bound of its shard.
    var bytes: Int
    /// Set by each lookup and cleared by the clock's hand: an entry goes when the hand finds it unused.
    var isReferenced = false

    /// The slot, the key's place in the index and the header of `views`, with room for the growth of the tables.
    static let overhead = 256

    /// What one view costs: its place in the array, the bytes' whole storage and the two objects that hold them.
    static func bytes(of cached: CachedView) -> Int {
        2 * MemoryLayout<View>.stride + 96 + cached.etag.utf8.count + cached.body.storageCapacity
    }
}
