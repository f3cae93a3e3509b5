extension CheckReport {
    /// For services that show findings beside the lines of a change: SARIF 2.1.0 (OASIS). Columns count Unicode scalars, which
    /// is said by `columnKind`.
    package var sarif: String {
        let rules = DiagnosticCode.allCases.filter { code in findings.contains { $0.code == code } }
        let driver = JSONTree.object([("name", "rosterc"), ("rules", .array(rules.map(Self.rule)))])
        let run = JSONTree.object([
            ("tool", .object([("driver", driver)])), ("columnKind", "unicodeCodePoints"),
            ("artifacts", .array(files.map { .object([("location", Self.location(of: $0.path))]) })),
            ("results", .array(findings.map { Self.result($0, rules) })),
        ])
        return JSONTree.object([
            ("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            ("version", "2.1.0"), ("runs", .array([run])),
        ]).text() + "\n"
    }

    /// `helpUri` must be absolute, and the page of a code stands in this package: its text is here whole, its path a property.
    private static func rule(_ code: DiagnosticCode) -> JSONTree {
        .object([
            ("id", .string("\(code)")),
            ("shortDescription", text(code.title)), ("fullDescription", text(code.explanation)),
            (
                "help",
                .object([("text", .string(code.explanation)), ("markdown", .string(ErrorPage(code).text))])
            ),
            ("properties", .object([("page", .string("docs/errors/\(ErrorPage(code).name)"))])),
        ])
    }

    private static func result(_ finding: Diagnostic, _ rules: [DiagnosticCode]) -> JSONTree {
        let message = [finding.message, finding.help].compactMap { $0 }.joined(separator: "\nhelp: ")
        let notes = finding.notes.enumerated().map { index, note in
            physical(note.place, finding.path).adding("id", .integer(index + 1)).adding("message", text(note.message))
        }
        let result = JSONTree.object([
            ("ruleId", .string("\(finding.code)")),
            ("ruleIndex", .integer(rules.firstIndex(of: finding.code) ?? -1)),
            ("level", .string(finding.severity.rawValue)), ("message", text(message)),
            ("locations", .array([physical(finding.place, finding.path)])),
        ])
        return notes.isEmpty ? result : result.adding("relatedLocations", .array(notes))
    }

    private static func physical(_ place: Place, _ path: String) -> JSONTree {
        // Without an end a region would go on to the end of the line.
        let next = min(place.start.column + 1, place.sourceLine.unicodeScalars.count + 1)
        let region = JSONTree.object([
            ("startLine", .integer(place.start.line)), ("startColumn", .integer(place.start.column)),
            ("endColumn", .integer(max(place.end.column, next, place.start.column))),
        ])
        return .object([("physicalLocation", .object([("artifactLocation", location(of: path)), ("region", region)]))])
    }

    private static func location(of path: String) -> JSONTree {
        .object([("uri", .string(URIPath.reference(to: path)))])
    }

    private static func text(_ text: String) -> JSONTree { .object([("text", .string(text))]) }
}

/// Paths as references (RFC 3986): what is not plain is written in percents, an absolute path is a `file` URI.
enum URIPath {
    static func reference(to path: String) -> String {
        var reference = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: reference.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "-._~/".utf8.contains(byte): reference.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                reference += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return reference
    }
}
