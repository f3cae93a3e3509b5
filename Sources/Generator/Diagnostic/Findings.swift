/// Collects the findings of one run over one spec. Belongs to the run that made it.
package final class Findings {
    /// How many a run reports; what comes later in the file is cut off.
    package static let limit = 100

    let source: SpecSource
    private var collected: [Diagnostic] = []

    package init(_ source: SpecSource) {
        self.source = source
    }

    package func error(_ code: DiagnosticCode, at mark: Mark, _ message: String, help: String? = nil) {
        add(.error, code, at: mark, message, help)
    }

    package func warning(_ code: DiagnosticCode, at mark: Mark, _ message: String, help: String? = nil) {
        add(.warning, code, at: mark, message, help)
    }

    package var containsError: Bool {
        collected.contains { $0.severity == .error }
    }

    /// In the order of the file, at most `limit`. Errors go before warnings when there are too many.
    package var sorted: [Diagnostic] {
        let ordered = Self.inFileOrder(collected)
        guard ordered.count > Self.limit else { return ordered }
        let errors = ordered.filter { $0.severity == .error }.prefix(Self.limit)
        let warnings = ordered.filter { $0.severity == .warning }.prefix(Self.limit - errors.count)
        return Self.inFileOrder(Array(errors) + Array(warnings))
    }

    private func add(
        _ severity: Diagnostic.Severity, _ code: DiagnosticCode, at mark: Mark, _ message: String, _ help: String?
    ) {
        // A spec of a megabyte can hold as many mistakes; nobody reads on after the first thousand.
        guard collected.count < 10 * Self.limit else { return }
        let mark = source.within(mark)
        collected.append(
            Diagnostic(
                severity: severity, code: code, path: source.path, mark: mark, message: message, help: help,
                sourceLine: source.line(mark.line)))
    }

    /// Sorted by place; findings of one place stay in the order in which they were made.
    private static func inFileOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
        findings.enumerated()
            .sorted { ($0.element.mark.offset, $0.offset) < ($1.element.mark.offset, $1.offset) }
            .map(\.element)
    }
}
