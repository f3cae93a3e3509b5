/// One finding about a spec: what is wrong, where, and what to write instead.
package struct Diagnostic: Error, Equatable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// Another place that the finding is about, such as the one where a name was used first.
    package struct Note: Equatable, Sendable {
        package let message: String
        package let place: Place
    }

    package let severity: Severity
    package let code: DiagnosticCode
    /// The path of the spec, relative to the package.
    package let path: String
    package let place: Place
    package let message: String
    /// What to write instead; `nil` where the message says it.
    package let help: String?
    package let notes: [Note]

    package var mark: Mark { place.start }
    package var line: Int { mark.line }
    package var column: Int { mark.column }
}
