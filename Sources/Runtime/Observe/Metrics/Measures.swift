import Synchronization

/// A number that only grows.
package final class Counter: Sendable {
    private let value = Atomic<UInt64>(0)

    package init() {}

    package func increment(by amount: UInt64 = 1) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    package var current: UInt64 { value.load(ordering: .relaxed) }
}

/// A number that goes both ways.
package final class Gauge: Sendable {
    private let value = Atomic<Int64>(0)

    package init() {}

    package func set(_ new: Int64) { value.store(new, ordering: .relaxed) }
    package func add(_ amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
    package var current: Int64 { value.load(ordering: .relaxed) }
}

/// Durations in fixed buckets, from 50 µs to 5 s.
package final class Histogram: Sendable {
    /// Upper bounds in microseconds; the last bucket, without a bound, follows them.
    package static let bounds: InlineArray<16, Int64> = [
        50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
        2_500_000, 5_000_000,
    ]

    private let buckets: [Counter] = (0...bounds.count).map { _ in Counter() }
    private let microseconds = Counter()

    package init() {}

    package func record(_ duration: Duration) {
        let elapsed = duration.microseconds
        var index = 0
        while index < Self.bounds.count, elapsed > Self.bounds[index] { index += 1 }
        buckets[index].increment()
        microseconds.increment(by: UInt64(max(0, elapsed)))
    }

    /// The count of each bucket, not cumulated, and the sum of all durations in microseconds.
    package var current: (buckets: [UInt64], sumMicroseconds: UInt64) {
        (buckets.map(\.current), microseconds.current)
    }
}

extension Duration {
    /// Whole microseconds, rounded towards zero.
    var microseconds: Int64 {
        let parts = components
        return parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
    }
}
