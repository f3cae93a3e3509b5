import NIOHTTP1

/// Counts and times requests by route.
///
/// Everything that can be counted is laid out beforehand, so a request takes no lock and makes no series: methods and
/// statuses are those of `MethodLabel` and `StatusLabel`, routes those of the table and `none`.
package final class RequestMetrics: RequestObserver {
    private struct Row: Sendable {
        let pattern: String
        let duration: Histogram
        /// By method, then status.
        let counts: [Counter]
    }

    /// The last one is `none`.
    private let rows: [Row]
    private let places: [String: Int]

    /// - Parameter patterns: of the route table, those of operations included. What is finished for any other pattern
    ///   counts as `none`.
    package init(patterns: [String], metrics: Metrics) {
        let rows = (Set(patterns).subtracting(["none"]).sorted() + ["none"]).map { pattern in
            Row(
                pattern: pattern,
                duration: metrics.histogram(
                    "roster_http_request_duration_seconds",
                    help: "From a request's head to its answer being written, by route.", labels: [("route", pattern)]),
                counts: (0..<MethodLabel.allCases.count * StatusLabel.count).map { _ in Counter() })
        }
        self.rows = rows
        places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.pattern, $0) })
        metrics.family(
            "roster_http_requests_total", help: "Answered requests, by method, route and status.", kind: .counter
        ) { rows.flatMap(Self.samples) }
    }

    package func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int
    ) {
        let row = rows[places[route] ?? rows.count - 1]
        row.counts[MethodLabel(method).rawValue * StatusLabel.count + StatusLabel.place(of: status.code)].increment()
        row.duration.record(duration)
    }

    /// Those that have been counted at all: the table of all that could be would be mostly zeros.
    private static func samples(of row: Row) -> [MetricFamily.Sample] {
        row.counts.enumerated().compactMap { index, counter in
            let count = counter.current
            let (method, status) = index.quotientAndRemainder(dividingBy: StatusLabel.count)
            guard count > 0 else { return nil }
            return .init(
                [
                    ("method", MethodLabel.allCases[method].text), ("route", row.pattern),
                    ("status", StatusLabel.text(at: status)),
                ], .count(count))
        }
    }
}
