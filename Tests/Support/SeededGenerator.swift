import Foundation

/// SplitMix64: the same numbers for the same seed, so that a failing round can be run again.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The seeds of a test: those that it names, or the one of `ROSTER_SEED`, to repeat a round or to try another.
    package static func seeds(_ usual: UInt64...) -> [UInt64] {
        ProcessInfo.processInfo.environment["ROSTER_SEED"].flatMap(UInt64.init).map { [$0] } ?? usual
    }

    /// True once in `count` times.
    package mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
