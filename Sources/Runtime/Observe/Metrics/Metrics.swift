import Synchronization

/// All metrics of the process. Asking again for the same name and labels gives the same object; the number of series
/// is bounded by the contract (routes, statements, cache levels) and by settings, never by what clients send.
package final class Metrics: Sendable {
    package typealias Labels = [(name: String, value: String)]
    /// Makes a family's samples when they are asked for. Called on the thread that asks, so it must not block.
    package typealias Reading = @Sendable () -> [MetricFamily.Sample]

    private enum Measure: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)
    }

    private struct Family: Sendable {
        let help: String
        let kind: MetricFamily.Kind
        var series: [(labels: Labels, measure: Measure)] = []
        var reading: Reading?
    }

    private let families = Mutex<[String: Family]>([:])

    package init() {}

    package func counter(_ name: String, help: String, labels: Labels = []) -> Counter {
        guard case .counter(let counter) = measure(name, help, .counter, labels, { .counter(Counter()) }) else {
            preconditionFailure("\(name) is registered as another kind of metric")
        }
        return counter
    }

    package func gauge(_ name: String, help: String, labels: Labels = []) -> Gauge {
        guard case .gauge(let gauge) = measure(name, help, .gauge, labels, { .gauge(Gauge()) }) else {
            preconditionFailure("\(name) is registered as another kind of metric")
        }
        return gauge
    }

    package func histogram(_ name: String, help: String, labels: Labels = []) -> Histogram {
        guard case .histogram(let histogram) = measure(name, help, .histogram, labels, { .histogram(Histogram()) })
        else { preconditionFailure("\(name) is registered as another kind of metric") }
        return histogram
    }

    /// A family whose samples are read when they are asked for, such as what the system knows of the process.
    package func family(_ name: String, help: String, kind: MetricFamily.Kind, reading: @escaping Reading) {
        families.withLock { families in
            precondition(families[name] == nil, "\(name) is registered twice")
            PrometheusText.check(name: name, labels: [])
            families[name] = Family(help: help, kind: kind, reading: reading)
        }
    }

    /// All families with their present values, by name; within a family by labels.
    package func snapshot() -> [MetricFamily] {
        // Read outside of the lock: a reading may take its time, and registering must not wait for it.
        let families = families.withLock { $0 }
        return families.sorted { $0.key < $1.key }.map { name, family in
            let samples = family.reading?() ?? family.series.map { .init($0.labels, Self.value(of: $0.measure)) }
            return MetricFamily(name: name, help: family.help, kind: family.kind, samples: samples.sorted())
        }
    }

    private static func value(of measure: Measure) -> MetricFamily.Value {
        switch measure {
        case .counter(let counter): return .count(counter.current)
        case .gauge(let gauge): return .level(gauge.current)
        case .histogram(let histogram):
            let current = histogram.current
            return .histogram(buckets: current.buckets, sumMicroseconds: current.sumMicroseconds)
        }
    }

    private func measure(
        _ name: String, _ help: String, _ kind: MetricFamily.Kind, _ labels: Labels, _ make: () -> Measure
    ) -> Measure {
        families.withLock { families in
            var family = families[name] ?? Family(help: help, kind: kind)
            precondition(
                family.kind == kind && family.reading == nil, "\(name) is registered as another kind of metric")
            let known = family.series.first { Self.areSame($0.labels, labels) }
            if let known { return known.measure }
            PrometheusText.check(name: name, labels: labels)
            let made = make()
            family.series.append((labels, made))
            families[name] = family
            return made
        }
    }

    private static func areSame(_ left: Labels, _ right: Labels) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy {
                $0.name == $1.name && $0.value.utf8.elementsEqual($1.value.utf8)
            }
    }
}
