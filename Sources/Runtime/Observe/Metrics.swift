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
        let parts = duration.components
        let elapsed = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
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

/// All metrics of the process. Asking again for the same name and labels gives the same object; the number of series
/// is bounded by the contract (routes, statements, cache levels), never by what clients send.
package final class Metrics: Sendable {
    package typealias Labels = [(name: String, value: String)]

    package enum Series: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)
    }

    struct Family: Sendable {
        var help: String
        var series: [(labels: [String], series: Series)]
    }

    let families = Mutex<[String: Family]>([:])

    package init() {}

    package func counter(_ name: String, help: String, labels: Labels = []) -> Counter {
        guard case .counter(let counter) = series(name, help, labels, { .counter(Counter()) }) else {
            preconditionFailure("\(name) is registered as another kind of metric")
        }
        return counter
    }

    package func gauge(_ name: String, help: String, labels: Labels = []) -> Gauge {
        guard case .gauge(let gauge) = series(name, help, labels, { .gauge(Gauge()) }) else {
            preconditionFailure("\(name) is registered as another kind of metric")
        }
        return gauge
    }

    package func histogram(_ name: String, help: String, labels: Labels = []) -> Histogram {
        guard case .histogram(let histogram) = series(name, help, labels, { .histogram(Histogram()) }) else {
            preconditionFailure("\(name) is registered as another kind of metric")
        }
        return histogram
    }

    private func series(_ name: String, _ help: String, _ labels: Labels, _ make: () -> Series) -> Series {
        let spelled = labels.map { "\($0.name)=\"\($0.value)\"" }
        return families.withLock { families in
            var family = families[name] ?? Family(help: help, series: [])
            if let known = family.series.first(where: { $0.labels == spelled }) { return known.series }
            let made = make()
            family.series.append((spelled, made))
            families[name] = family
            return made
        }
    }
}
