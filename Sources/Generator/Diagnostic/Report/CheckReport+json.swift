extension CheckReport {
    /// For programs: `docs/check.md` has the members. They are only ever added to while `format` is 1.
    package var json: String {
        JSONTree.object([
            ("format", 1), ("files", .words(files.map(\.path))),
            ("errors", .integer(findings.count { $0.severity == .error })),
            ("warnings", .integer(findings.count { $0.severity == .warning })),
            ("findings", .array(findings.map(Self.tree))),
        ]).text() + "\n"
    }

    private static func tree(_ finding: Diagnostic) -> JSONTree {
        .object(
            [("severity", .string(finding.severity.rawValue)), ("code", .string("\(finding.code)"))]
                + members(of: finding.place, finding.path) + [
                    ("message", .string(finding.message)), ("help", finding.help.map(JSONTree.string) ?? .null),
                    (
                        "notes",
                        .array(
                            finding.notes.map {
                                .object(members(of: $0.place, finding.path) + [("message", .string($0.message))])
                            })
                    ),
                ])
    }

    /// `end_column` is that after the last character of what is meant.
    private static func members(of place: Place, _ path: String) -> [(String, JSONTree)] {
        [
            ("path", .string(path)), ("line", .integer(place.start.line)), ("column", .integer(place.start.column)),
            ("end_line", .integer(place.end.line)), ("end_column", .integer(place.end.column)),
        ]
    }
}
