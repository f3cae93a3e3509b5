/// Why a migration can't be planned, or the committed ones can't be used: where, what, and the ways out.
package struct MigrationFault: Error, Equatable, Sendable {
    package let code: DiagnosticCode
    /// The file, relative to the package; `nil` for the spec.
    package let path: String?
    package let line: Int
    package let message: String
    /// What to write or run instead.
    package let help: String?
    /// What in the spec it is about.
    package let subject: Subject?

    package struct Subject: Equatable, Sendable {
        package let resource: String
        /// A field, or a column where no field is known.
        package let field: String?
    }

    package init(_ code: DiagnosticCode, path: String, line: Int = 1, _ message: String, help: String? = nil) {
        self.code = code
        self.path = path
        self.line = line
        self.message = message
        self.help = help
        self.subject = nil
    }

    init(_ code: DiagnosticCode, _ resource: String, _ field: String?, _ message: String, help: String? = nil) {
        self.code = code
        self.path = nil
        self.line = 1
        self.message = message
        self.help = help
        self.subject = Subject(resource: resource, field: field)
    }
}

extension MigrationFault {
    /// As compilers print it.
    package func rendered(specPath: String, specMark: Mark?) -> String {
        let place = path.map { "\($0):\(line):1" } ?? "\(specPath):\(specMark?.line ?? 1):\(specMark?.column ?? 1)"
        return "\(place): error: \(message) [\(code)]" + (help.map { "\nhelp: \($0)" } ?? "")
    }
}
