/// What a check of one or more specs found, in the forms in which it is told.
package struct CheckReport: Sendable {
    package struct File: Sendable {
        /// As findings show it.
        package let path: String
        /// In the order of the file.
        package let findings: [Diagnostic]

        package init(path: String, findings: [Diagnostic]) {
            self.path = path
            self.findings = findings
        }
    }

    package let files: [File]

    package init(_ files: [File]) { self.files = files }

    var findings: [Diagnostic] { files.flatMap(\.findings) }

    package var containsError: Bool { findings.contains { $0.severity == .error } }

    /// As compilers print findings, and a line for each file that has none.
    package var text: String {
        files.map { file in
            file.findings.isEmpty
                ? "\(file.path): no problems\n" : file.findings.map { $0.rendered + "\n" }.joined()
        }.joined()
    }
}
