/// The operators of a filter suit the field's type.
struct FilterCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) where field.typeIsKnown && !field.isInternal {
            let allowed = Self.operators(of: field.type.value)
            var first: [Spec.FilterOperator: Mark] = [:]
            for filter in field.filter {
                if !allowed.contains(filter.value) {
                    findings.error(
                        .ruleNeedsOtherType, at: filter.mark,
                        "`\(filter.value.rawValue)` says nothing about values of the type `\(field.type.value.word)`",
                        help: "it can be filtered by \(Words.list(allowed.map(\.rawValue)))")
                }
                guard let other = first.updateValue(filter.mark, forKey: filter.value) else { continue }
                findings.error(
                    .nameUsedTwice, at: filter.mark, "`\(filter.value.rawValue)` is here twice",
                    help: "remove one of them", notes: [Related("the other is here", at: other)])
            }
        }
    }

    static func operators(of type: Spec.FieldType) -> [Spec.FilterOperator] {
        switch type {
        case .string, .slug, .email, .phone, .url: [.eq, .ne, .co, .sw, .ew, .pr, .in]
        case .text: [.co, .pr]
        case .int, .decimal, .date, .time, .datetime, .duration: [.eq, .ne, .gt, .ge, .lt, .le, .pr, .in]
        case .uuid, .enumeration, .country, .language, .timezone: [.eq, .ne, .pr, .in]
        case .bool: [.eq, .ne, .pr]
        case .json, .map, .entries, .list, .serial: [.pr]
        }
    }
}
