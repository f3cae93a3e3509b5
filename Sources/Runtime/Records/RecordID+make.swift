extension RecordID {
    /// A key that no other record has: a UUID of version 7 (RFC 9562 section 5.7), whose first 48 bits are the time in
    /// milliseconds, so that new keys stand together in an index, and whose 74 others are random, so that none is guessed.
    package static func made() -> RecordID {
        // The system's own source, which is one for secrets.
        var random = SystemRandomNumberGenerator()
        return made(
            millisecondsSince1970: UInt64(max(0, Timestamps.now / 1_000 + Timestamps.epochMilliseconds)),
            random: (random.next(), random.next()))
    }

    static func made(millisecondsSince1970: UInt64, random: (UInt64, UInt64)) -> RecordID {
        RecordID(
            high: millisecondsSince1970 << 16 | 0x7000 | random.0 & 0x0FFF,
            low: 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF)
    }
}
