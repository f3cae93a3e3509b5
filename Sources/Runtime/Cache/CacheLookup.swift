/// What a cache knows about one view of a record.
package enum CacheLookup: Sendable {
    /// The view's JSON.
    case hit(CachedView)
    /// There is no such record.
    case absent
    /// Nothing is known: ask the next level.
    case miss
}
