/// One thing that must hold for a spec. Checks know nothing of each other; all of them run over every spec.
protocol Check: Sendable {
    func run(_ spec: Spec, _ findings: Findings)
}

/// Runs every check over a spec that could be read.
package func check(_ spec: Spec, _ findings: Findings) {
    for check in allChecks { check.run(spec, findings) }
}

private let allChecks: [any Check] = []
