import Synchronization

/// Whether requests should be sent to this process: the phase of its life, and what it depends on.
package final class HealthState: Sendable {
    /// The life of the process. It only goes forwards.
    package enum Phase: UInt8, Comparable, Sendable {
        case starting, ready, draining

        package static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
    }

    private let phaseValue = Atomic<UInt8>(Phase.starting.rawValue)
    private let checks: [HealthCheck]

    /// - Parameter checks: shown in this order; their names differ.
    package init(checks: [HealthCheck], metrics: Metrics) {
        precondition(Set(checks.map(\.name)).count == checks.count, "two health checks have one name")
        self.checks = checks
        metrics.family(
            "roster_health_check", help: "Whether what the process depends on is there (1) or not (0).", kind: .gauge
        ) { checks.map { .init([("check", $0.name)], .level($0.isPassing() ? 1 : 0)) } }
        metrics.family(
            "roster_ready", help: "Whether /readyz says that requests should come (1) or not (0).", kind: .gauge
        ) { [weak self] in self.map { [.init([], .level($0.report.isReady ? 1 : 0))] } ?? [] }
    }

    package var phase: Phase {
        Phase(rawValue: phaseValue.load(ordering: .acquiring)) ?? .draining
    }

    /// The process has started. Does nothing once it drains.
    package func start() { advance(to: .ready) }

    /// From here on `/readyz` fails, whatever the checks say.
    package func drain() { advance(to: .draining) }

    private func advance(to phase: Phase) {
        phaseValue.max(phase.rawValue, ordering: .acquiringAndReleasing)
    }

    package var report: HealthReport {
        HealthReport(
            phase: phase,
            checks: checks.map { check in
                let result: HealthReport.Result =
                    switch (check.isPassing(), check.importance) {
                    case (true, _): .passing
                    case (false, .optional): .degraded
                    case (false, .required): .failing
                    }
                return (check.name, result)
            }, details: checks.compactMap { check in check.detail().map { (check.name, $0) } })
    }
}
