/// Unique values are of a type that an index can hold and that has more than a few of them.
struct UniqueCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) where field.typeIsKnown && !field.isInternal {
            guard let unique = field.unique else { continue }
            let type = field.type.value
            guard Self.canBeUnique(type) else {
                findings.error(
                    .ruleNeedsOtherType, at: unique.mark, "values of the type `\(type.word)` cannot be unique",
                    help: type == .text ? "write `type: string` with a `length`" : "remove `unique`")
                continue
            }
            if unique.value == .caseInsensitive, type.textLimits == nil {
                findings.error(
                    .ruleNeedsOtherType, at: unique.mark,
                    "values of the type `\(type.word)` have no upper and lower case",
                    help: "write `unique: true`")
            }
            guard let most = type.mostCharacters(field.rules), most > IndexEntry.mostCharacters else { continue }
            findings.error(
                .outOfRange, at: unique.mark,
                "the field may have \(most) characters, and an index takes \(IndexEntry.mostCharacters)",
                help: "bound it: `length: ..\(IndexEntry.mostCharacters)`")
        }
    }

    static func canBeUnique(_ type: Spec.FieldType) -> Bool {
        switch type {
        case .bool, .text, .json, .map, .entries, .list, .serial: false
        default: true
        }
    }
}
