/// The values of an enum are words that can be told apart, in JSON and in Swift.
struct EnumerationCheck: Check {
    private static let longest = 63

    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues {
            guard case .enumeration(let enumeration) = value.type.value else { continue }
            if enumeration.values.isEmpty {
                findings.error(
                    .enumerationValues, at: value.type.mark, "an enum has at least one value",
                    help: "write `of: [first, second]`")
            }
            values(enumeration.values, findings)
        }
    }

    private func values(_ values: [Located<String>], _ findings: Findings) {
        var first: [String: Located<String>] = [:]
        for value in values {
            guard !value.value.isEmpty else {
                findings.error(
                    .enumerationValues, at: value.mark, "a value of an enum is empty",
                    help: "write `optional: true` for none")
                continue
            }
            guard Self.isWord(value.value) else {
                findings.error(
                    .enumerationValues, at: value.mark, "`\(Words.shown(value.value))` cannot be a value of an enum",
                    help:
                        "write at most \(Self.longest) of ASCII's letters, digits and `_-.+:/`, beginning with a letter "
                        + "or a digit; a text for people is the client's")
                continue
            }
            let spelled = Naming.choiceCase(value.value)
            guard let other = first.updateValue(first[spelled] ?? value, forKey: spelled) else { continue }
            let isSame = other.value == value.value
            findings.error(
                .enumerationValues, at: value.mark,
                isSame
                    ? "the value `\(value.value)` is here twice"
                    : "`\(value.value)` and `\(other.value)` are both `\(spelled)` in Swift",
                help: isSame ? "remove one of them" : "rename one of them",
                notes: [Related("the other is here", at: other.mark)])
        }
    }

    private static func isWord(_ value: String) -> Bool {
        guard let first = value.utf8.first, isAlphanumeric(first), value.utf8.count <= longest else { return false }
        return value.utf8.allSatisfy { isAlphanumeric($0) || "_-.+:/".utf8.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
