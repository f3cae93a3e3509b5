/// The right to fill one key, taken before the row is read and ended by exactly one of `fill`, `fillAbsent` and
/// `abandon`.
///
/// While a ticket is out the cache keeps what happens to its key, so that a slow reader's old row is told from a new
/// one even when the entry that knew better has been evicted meanwhile.
package struct FillTicket: Sendable {
    let key: CacheKey
    /// The shard's logical time when the ticket was taken. Whatever bears a later stamp came after.
    let stamp: UInt64
    /// Whether the key was blocked then: the row may have been read before the write that the block waits for, even when
    /// it is brought after the block's end.
    let isBlocked: Bool
}
