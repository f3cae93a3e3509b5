import Synchronization

/// Callers of tokens that were verified before, keyed by the bytes of the token.
///
/// Only valid tokens get in, so nobody without one can fill it; it is bounded in entries and in bytes. Sharded, so that
/// event loops seldom meet at one lock. A hit copies nothing but references.
final class TokenCache: Sendable {
    struct Entry: Sendable {
        let token: [UInt8]
        let caller: Caller
        /// The dates between which the entry may answer, in seconds.
        let begins: Double
        let ends: Double
        /// Of the keys that verified it.
        let generation: UInt64
    }

    private final class Shard: Sendable {
        let slots: Mutex<TokenSlots>
        init(entries: Int, bytes: Int) { slots = Mutex(TokenSlots(entries: entries, bytes: bytes)) }
    }

    private let shards: [Shard]

    /// - Parameters:
    ///   - entries: how many tokens are remembered at most; 0 remembers none.
    ///   - bytes: how many bytes their texts take at most.
    init(entries: Int, bytes: Int) {
        let count = max(1, min(16, entries / 64))
        shards = (0..<count).map { _ in Shard(entries: entries / count, bytes: bytes / count) }
    }

    var count: Int { shards.reduce(0) { $0 + $1.slots.withLock { $0.count } } }

    /// The caller that `token` stands for at this date, if it was verified by keys of this generation.
    func caller(of token: UnsafeBufferPointer<UInt8>, at now: Double, generation: UInt64) -> Caller? {
        let hash = Self.hash(token)
        return shards[Int(hash % UInt64(shards.count))].slots.withLock {
            $0.caller(of: token, hash: hash, at: now, generation: generation)
        }
    }

    func remember(_ entry: Entry, at now: Double) {
        let hash = entry.token.withUnsafeBufferPointer(Self.hash)
        shards[Int(hash % UInt64(shards.count))].slots.withLock { $0.insert(entry, hash: hash, at: now) }
    }

    /// The end of a token is its signature, which spreads well; the seed is the process's own. The whole token is
    /// compared after that, so a hash in common costs a miss and no more.
    private static func hash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(token).suffix(64)))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
