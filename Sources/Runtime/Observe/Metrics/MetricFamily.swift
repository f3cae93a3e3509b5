/// One metric with all its series, as it was at one moment.
package struct MetricFamily: Sendable {
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    package enum Value: Sendable {
        case count(UInt64)
        case level(Int64)
        case real(Double)
        /// The count of each bucket of `Histogram`, not cumulated.
        case histogram(buckets: [UInt64], sumMicroseconds: UInt64)
    }

    /// One series.
    package struct Sample: Sendable {
        package let labels: Metrics.Labels
        package let value: Value

        package init(_ labels: Metrics.Labels = [], _ value: Value) {
            self.labels = labels
            self.value = value
        }
    }

    package let name: String
    /// One sentence.
    package let help: String
    package let kind: Kind
    package let samples: [Sample]
}

extension [MetricFamily.Sample] {
    /// By the values of their labels, so that two scrapes list the series in one order.
    func sorted() -> Self {
        sorted { left, right in left.labels.lexicographicallyPrecedes(right.labels) { $0.value < $1.value } }
    }
}
