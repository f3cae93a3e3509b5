/// One finding about a spec: what is wrong, where, and what to write instead.
package struct Diagnostic: Error, Equatable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    package let severity: Severity
    package let code: DiagnosticCode
    /// The path of the spec, relative to the package.
    package let path: String
    package let mark: Mark
    package let message: String
    /// What to write instead; `nil` where the message says it.
    package let help: String?
    /// The line that `mark` is in, without its end.
    package let sourceLine: String

    package var line: Int { mark.line }
    package var column: Int { mark.column }
}
