extension ValueRule {
    func duration(_ literal: Spec.Literal) -> Fault? {
        guard case .string(let text) = literal, let length = DurationText.microseconds(text) else {
            return ("is not a duration", "write one such as `PT30M` or `P7D`")
        }
        for (bound, isLower) in [(rules.minimum, true), (rules.maximum, false)] {
            guard case .string(let text) = bound?.value, let limit = DurationText.microseconds(text) else { continue }
            if isLower ? length < limit : length > limit {
                return (
                    "is \(isLower ? "below `min`" : "above `max`")", "write \(text) or \(isLower ? "more" : "less")"
                )
            }
        }
        return nil
    }

    func list(_ literal: Spec.Literal, _ item: Spec.Property, isSet: Bool) -> Fault? {
        guard case .list(let items) = literal else { return ("is not a list", "write `[]`, or items in brackets") }
        let rule = ValueRule(type: item.type.value, rules: item.rules)
        for (place, value) in items.enumerated() {
            if let fault = rule.fault(of: value) { return ("at item \(place + 1) \(fault.message)", fault.help) }
            if isSet, items[..<place].contains(value) {
                return ("has item \(place + 1) twice", "remove one of the two: nothing is in a set twice")
            }
        }
        return count(items.count)
    }

    func entries(_ literal: Spec.Literal, _ entries: Spec.Entries) -> Fault? {
        guard case .map(let given) = literal else { return ("is not a map", "write `{}`, or `{KEY: VALUE}`") }
        let rule = ValueRule(type: entries.value.type.value, rules: entries.value.rules)
        let matcher = entries.pattern.flatMap { try? LinearPattern($0.value) }
        for entry in given {
            let isAdmitted = entries.words?.contains { $0.value == entry.key } ?? matcher?.matches(entry.key) ?? true
            guard isAdmitted else {
                return ("has the key `\(Words.shown(entry.key))`, which `keys` does not admit", "write another")
            }
            if let fault = rule.fault(of: entry.value) { return ("at `\(entry.key)` \(fault.message)", fault.help) }
        }
        return count(given.count)
    }

    private func count(_ count: Int) -> Fault? {
        let least = rules.minimum?.value.digits.flatMap { Int($0) } ?? 0
        let most = rules.maximum?.value.digits.flatMap { Int($0) } ?? Spec.FieldType.usualItems
        guard count < least || count > most else { return nil }
        return ("has \(count) items, and the field takes \(least) to \(most)", "write another")
    }
}
