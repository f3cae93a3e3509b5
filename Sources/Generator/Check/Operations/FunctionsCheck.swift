/// The functions by hand that a spec names can be told apart.
struct FunctionsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        var first: [String: (name: Located<String>, use: String)] = [:]
        for operation in spec.operations where operation.move == nil {
            // The name itself is for `OperationNamesCheck`.
            first[Naming.member(operation.name.value)] = (operation.name, "call")
        }
        for resource in spec.resources {
            for field in resource.fields {
                if case .function(let made)? = field.computed {
                    let arguments = made.arguments.map(\.value).joined(separator: ", ")
                    function(
                        made.name, "\(field.type.value.word) of \(resource.name.value): \(arguments)", &first, findings)
                }
                guard let name = field.validator else { continue }
                function(name, "value of \(field.type.value.word)", &first, findings)
                if field.isInternal || !Self.isChecked(field.type.value) {
                    findings.error(
                        .ruleNeedsOtherType, at: name.span, "functions look at single values that callers give",
                        help: "remove `validate`")
                }
            }
        }
    }

    private func function(
        _ name: Located<String>, _ use: String, _ first: inout [String: (name: Located<String>, use: String)],
        _ findings: Findings
    ) {
        guard Self.isName(name.value) else {
            return findings.error(
                .functionName, at: name.span, "`\(Words.shown(name.value))` cannot be the name of a function",
                help: "write lower-case letters, digits and `_`, beginning with a letter")
        }
        let member = Naming.member(name.value)
        guard let other = first.updateValue((name, use), forKey: member), other.use != use else { return }
        findings.error(
            .functionName, at: name.span, "the function `\(member)` is needed for something else, too",
            help: "give one of them another name")
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 63 else { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private static func isChecked(_ type: Spec.FieldType) -> Bool {
        switch type {
        case .json, .map, .serial: false
        default: true
        }
    }
}
