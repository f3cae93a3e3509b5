/// Makes ids for requests that bring none, and says which of the clients' are taken.
struct RequestIDs {
    /// xorshift128+ seeded by the system: ids must differ, nobody has to be kept from guessing them, and asking the kernel
    /// for each would cost a system call.
    private var state: (UInt64, UInt64)

    init() {
        var system = SystemRandomNumberGenerator()
        state = (system.next() | 1, system.next())
    }

    /// 15 characters of base 32, 75 random bits: as many as a Swift string holds without allocating.
    mutating func next() -> String {
        let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
        var bits = random()
        let more = random()
        return String(unsafeUninitializedCapacity: 15) { target in
            for index in 0..<15 {
                if index == 8 { bits = more }
                target[index] = alphabet.utf8Start[Int(bits & 31)]
                bits >>= 5
            }
            return 15
        }
    }

    private mutating func random() -> UInt64 {
        var first = state.0
        let second = state.1
        first ^= first << 23
        first ^= first >> 18 ^ second ^ second >> 5
        state = (second, first)
        return first &+ second
    }

    /// Whether a client's id may go into answers and logs: 1 to 128 of `A-Za-z0-9._-`.
    static func isSane(_ id: String) -> Bool {
        guard (1...128).contains(id.utf8.count) else { return false }
        return id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
