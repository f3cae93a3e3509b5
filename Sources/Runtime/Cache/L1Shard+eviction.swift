extension L1Shard {
    mutating func insert(_ entry: L1Entry) {
        let slot = freeSlots.popLast() ?? slots.count
        if slot == slots.count {
            slots.append(entry)
        } else {
            slots[slot] = entry
        }
        index[entry.key] = slot
        bytes += entry.bytes
        evict()
    }

    mutating func removeEntry(_ key: CacheKey) {
        if let slot = index[key] { remove(slot) }
    }

    mutating func remove(_ slot: Int) {
        guard let entry = slots[slot] else { return }
        slots[slot] = nil
        index[entry.key] = nil
        freeSlots.append(slot)
        bytes -= entry.bytes
    }

    mutating func removeAll() {
        index = [:]
        slots = []
        freeSlots = []
        hand = 0
        bytes = 0
    }

    /// Moves the hand around until the bytes are within the bound, taking entries that were not looked up since it
    /// passed them last (CLOCK, one bit of LRU).
    mutating func evict() {
        while bytes > limits.bytes {
            if hand >= slots.count { hand = 0 }
            if slots[hand]?.isReferenced == true {
                slots[hand]?.isReferenced = false
            } else if slots[hand] != nil {
                remove(hand)
                evictions += 1
            }
            hand += 1
        }
    }
}
