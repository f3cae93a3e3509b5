/// What a field is used for suits its type.
struct FieldUseCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) where field.typeIsKnown && !field.isInternal {
            let word = field.type.value.word
            if let sort = field.sort, field.isSortable, !Self.hasOrder(field.type.value) {
                findings.error(
                    .ruleNeedsOtherType, at: sort.mark, "values of the type `\(word)` are not sorted by",
                    help: "remove `sort`")
            }
            if let search = field.search, field.type.value != .string, field.type.value != .text {
                findings.error(
                    .ruleNeedsOtherType, at: search.mark, "a search looks into `string` and `text`, not into `\(word)`",
                    help: "remove `search`")
            }
            if let reference = field.reference, field.type.value != .uuid {
                findings.error(
                    .ruleNeedsOtherType, at: reference.mark,
                    reference.value == .identity ? "an identity is a `uuid`" : "a key is a `uuid`",
                    help: "write `type: uuid`")
            }
            if field.isImmutable, let span = field.write.span, !field.write.isEmpty {
                findings.error(
                    .contradiction, at: span.start,
                    "an immutable field is set when the record is made, and never again",
                    help: "remove `write`, or `immutable`")
            }
        }
    }

    static func hasOrder(_ type: Spec.FieldType) -> Bool {
        switch type {
        case .text, .json, .map, .entries, .list, .serial: false
        default: true
        }
    }
}
