/// Names are lower-case letters, digits and `_`, beginning with a letter, at most 63 bytes: what Swift, Postgres and JSON
/// all take as it is, without quotes.
struct NamesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let names = NameFindings(findings)
        names.table(spec.identity.table)
        names.word(spec.identity.key, "a column")
        for role in spec.roles { names.word(role.name, "a role") }
        for resource in spec.resources { self.names(of: resource, names) }
        for value in spec.typedValues { names.word(value.name, "a field") }
        for problem in spec.resources.flatMap(\.problems) + spec.operations.flatMap(\.problems) {
            names.word(problem.code, "a problem")
        }
        for removed in spec.removed {
            names.word(removed.name, "a resource")
            names.table(removed.table)
        }
    }

    private func names(of resource: Spec.Resource, _ names: NameFindings) {
        names.word(resource.name, "a resource")
        names.table(resource.table)
        if resource.onePer != nil { names.word(resource.key, "a column") }
        for column in [resource.version, resource.timestamps.created, resource.timestamps.updated] {
            if let column { names.word(column, "a column") }
        }
        for field in resource.fields where field.column.span != field.name.span && !field.keepsFormerColumn {
            names.word(field.column, "a column")
        }
        for removed in resource.removed {
            names.word(removed.name, "a field")
            if removed.column.span != removed.name.span { names.word(removed.column, "a column") }
        }
        for section in resource.sections { names.word(section.name, "a section") }
        for former in resource.fields.flatMap(\.formerNames) { names.word(former.name, "a field") }
        for condition in resource.conditions { names.word(condition.name, "a check") }
        for level in resource.visibility?.levels ?? [] { names.word(level, "a level") }
    }
}

/// Says what is wrong with a name.
private struct NameFindings {
    private let findings: Findings

    init(_ findings: Findings) { self.findings = findings }

    func word(_ name: Located<String>, _ what: String) {
        if name.value.isEmpty { return error(name, "the name of \(what) is empty", "write one") }
        if name.value.utf8.count > Self.longest {
            return error(name, "the name is longer than \(Self.longest) bytes", "shorten it")
        }
        guard !Self.isWord(name.value[...]) else { return }
        let rule = "write lower-case letters, digits and `_`, beginning with a letter"
        error(name, "`\(Words.shown(name.value))` cannot be the name of \(what)", Self.suggestion(name.value) ?? rule)
    }

    func table(_ name: Located<String>) {
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy(Self.isWord) else {
            return error(
                name, "`\(Words.shown(name.value))` cannot be the name of a table",
                "write `name` or `schema.name`, each of lower-case letters, digits and `_`")
        }
        if parts.contains(where: { $0.utf8.count > Self.longest }) {
            error(name, "the name is longer than \(Self.longest) bytes", "shorten it")
        }
    }

    private func error(_ name: Located<String>, _ message: String, _ help: String) {
        findings.error(.malformedName, at: name.mark, message, help: help)
    }

    /// Postgres cuts names off here (NAMEDATALEN - 1).
    private static let longest = 63

    private static func isWord(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    /// `displayName`, `display-name` and `DISPLAY_NAME` are meant as `display_name`.
    private static func suggestion(_ name: String) -> String? {
        var word = ""
        // What stood before a capital: `userID` has two words, `ID` one.
        var last: UInt8?
        for scalar in name.unicodeScalars {
            switch scalar {
            case "A"..."Z":
                if let last, isLetter(last) { word += "_" }
                word += scalar.properties.lowercaseMapping
            case "-", " ", ".": word += "_"
            default: word.unicodeScalars.append(scalar)
            }
            last = UInt8(truncatingIfNeeded: scalar.value)
        }
        return isWord(word[...]) ? "write `\(word)`" : nil
    }
}
