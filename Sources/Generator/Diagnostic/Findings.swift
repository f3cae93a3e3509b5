/// Collects the findings of one run over one spec. Belongs to the run that made it.
package final class Findings {
    /// How many a run reports; what comes later in the file is cut off.
    package static let limit = 100
    /// A spec of a megabyte can hold as many mistakes; nobody reads on after the first thousand.
    private static let most = 10 * limit

    let source: SpecSource
    private var collected: [Finding] = []
    private var places = Places()

    /// What the text has where.
    private struct Places: Sendable {
        /// Where words and values end, by the offset at which they begin.
        var ends: [Int: Mark] = [:]
        /// The keys of values that stand below them, by the offset at which the value begins.
        var heads: [Int: Span] = [:]
    }

    package init(_ source: SpecSource) {
        self.source = source
    }

    /// Does two things at once that may both find something. What comes of it is the same as if the second had been done
    /// after the first; only the first may `remember`.
    func both<First, Second: Sendable>(
        _ first: () -> First, beside second: @escaping @Sendable (Findings) -> Second
    ) -> (First, Second) {
        let (source, places) = (source, places)
        let (value, (other, found)) = Parallel.both(first) {
            let findings = Findings(source)
            findings.places = places
            return (second(findings), findings.collected)
        }
        collected += found.prefix(max(0, Self.most - collected.count))
        return (value, other)
    }

    package func error(
        _ code: DiagnosticCode, at mark: Mark, _ message: String, help: String? = nil, notes: [Related] = []
    ) {
        add(Finding(severity: .error, code: code, mark: mark, message: message, help: help, notes: notes))
    }

    package func warning(
        _ code: DiagnosticCode, at mark: Mark, _ message: String, help: String? = nil, notes: [Related] = []
    ) {
        add(Finding(severity: .warning, code: code, mark: mark, message: message, help: help, notes: notes))
    }

    /// An error about a part of the text that is no word or value of YAML, such as a piece of an expression.
    package func error(
        _ code: DiagnosticCode, at span: Span, _ message: String, help: String? = nil, notes: [Related] = []
    ) {
        add(
            Finding(
                severity: .error, code: code, mark: span.start, end: span.end, message: message, help: help,
                notes: notes))
    }

    /// Remembers how far a word or value of the text reaches. A finding that points at its start underlines all of it.
    func remember(_ span: Span) {
        places.ends[span.start.offset] = span.end
    }

    /// Remembers the key under which a value stands.
    func remember(_ key: Span, of value: Span) {
        if key.start.line != value.start.line { places.heads[value.start.offset] = key }
    }

    /// Where a complaint about the whole of a map points: the key above it, or its bracket; the first line of a map that is
    /// the whole spec.
    func head(of map: Span) -> Span {
        places.heads[map.start.offset] ?? Span(map.start, map.start)
    }

    package var containsError: Bool {
        collected.contains { $0.severity == .error }
    }

    /// In the order of the file, at most `limit`. Errors go before warnings when there are too many.
    package var sorted: [Diagnostic] {
        var shown = Self.inFileOrder(collected)
        if shown.count > Self.limit {
            let errors = shown.filter { $0.severity == .error }.prefix(Self.limit)
            let warnings = shown.filter { $0.severity == .warning }.prefix(Self.limit - errors.count)
            shown = Self.inFileOrder(Array(errors) + Array(warnings))
        }
        var lines = SourceLines(source)
        return shown.map { finding in
            Diagnostic(
                severity: finding.severity, code: finding.code, path: source.path,
                place: place(finding.mark, finding.end, &lines), message: finding.message, help: finding.help,
                notes: finding.notes.map { .init(message: $0.message, place: place($0.mark, nil, &lines)) })
        }
    }

    private func add(_ finding: Finding) {
        guard collected.count < Self.most else { return }
        var finding = finding
        finding.mark = source.within(finding.mark)
        collected.append(finding)
    }

    private func place(_ mark: Mark, _ end: Mark?, _ lines: inout SourceLines) -> Place {
        let start = source.within(mark)
        let line = lines[start.line]
        guard let end = end ?? places.ends[start.offset], end.offset > start.offset else {
            return Place(start: start, end: start, sourceLine: line)
        }
        // What goes on in the next line is underlined to the end of its first.
        let rest = line.unicodeScalars.count - start.column + 1
        let length = max(0, end.line == start.line ? min(end.offset - start.offset, rest) : rest)
        return Place(
            start: start,
            end: Mark(line: start.line, column: start.column + length, offset: start.offset + length),
            sourceLine: line)
    }

    /// Sorted by place; findings of one place stay in the order in which they were made.
    private static func inFileOrder(_ findings: [Finding]) -> [Finding] {
        findings.enumerated()
            .sorted { ($0.element.mark.offset, $0.offset) < ($1.element.mark.offset, $1.offset) }
            .map(\.element)
    }
}

/// A finding as it was made, without the lines of the text.
private struct Finding: Sendable {
    let severity: Diagnostic.Severity
    let code: DiagnosticCode
    var mark: Mark
    var end: Mark?
    let message: String
    let help: String?
    let notes: [Related]
}

/// The lines of a text, each decoded once: a hundred findings may be about one line of a megabyte.
private struct SourceLines {
    private let source: SpecSource
    private var decoded: [Int: String] = [:]

    init(_ source: SpecSource) { self.source = source }

    subscript(number: Int) -> String {
        mutating get {
            if let line = decoded[number] { return line }
            let line = source.line(number)
            decoded[number] = line
            return line
        }
    }
}
