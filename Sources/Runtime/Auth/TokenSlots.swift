#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One shard of the token cache: a table with CLOCK eviction (a hand goes round; an entry that was used since it last
/// passed gets another round).
struct TokenSlots {
    private struct Slot {
        var entry: TokenCache.Entry
        var hash: UInt64
        var wasUsed: Bool
    }

    private let limit: Int
    private let byteLimit: Int
    private var slots: [Slot] = []
    private var places: [UInt64: Int] = [:]
    private var hand = 0
    private var bytes = 0

    init(entries: Int, bytes: Int) {
        limit = entries
        byteLimit = bytes
    }

    var count: Int { slots.count }

    mutating func caller(
        of token: UnsafeBufferPointer<UInt8>, hash: UInt64, at now: Double, generation: UInt64
    ) -> Caller? {
        guard let place = places[hash] else { return nil }
        let entry = slots[place].entry
        guard entry.generation == generation, entry.begins <= now, now < entry.ends,
            entry.token.withUnsafeBufferPointer({ Self.same($0, token) })
        else { return nil }
        slots[place].wasUsed = true
        return entry.caller
    }

    mutating func insert(_ entry: TokenCache.Entry, hash: UInt64, at now: Double) {
        guard limit > 0, entry.token.count <= byteLimit else { return }
        if let place = places[hash] { remove(at: place) }
        while slots.count >= limit || bytes + entry.token.count > byteLimit { evict(at: now) }
        places[hash] = slots.count
        bytes += entry.token.count
        slots.append(Slot(entry: entry, hash: hash, wasUsed: false))
    }

    private mutating func evict(at now: Double) {
        while true {
            hand = hand < slots.count ? hand : 0
            guard slots[hand].wasUsed, slots[hand].entry.ends > now else { return remove(at: hand) }
            slots[hand].wasUsed = false
            hand += 1
        }
    }

    private mutating func remove(at place: Int) {
        bytes -= slots[place].entry.token.count
        places[slots[place].hash] = nil
        let last = slots.removeLast()
        guard place < slots.count else { return }
        slots[place] = last
        places[last.hash] = place
    }

    /// `memcmp`, since comparing element by element took 3 ns a byte. An early exit tells nothing: whoever gets here has
    /// met the seeded hash of the token's signature.
    private static func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress else {
            return false
        }
        return memcmp(first, second, left.count) == 0
    }
}
