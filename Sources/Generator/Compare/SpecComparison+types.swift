extension SpecComparison {
    /// - Parameters:
    ///   - isWritten: whether clients send values; else no rule can refuse one.
    ///   - isRead: whether clients get values.
    ///   - wasOpen: whether clients were told to expect further values of an enum.
    mutating func compareType(
        _ before: Contract.FieldType, _ after: Contract.FieldType, _ subject: String, isWritten: Bool, isRead: Bool,
        wasOpen: Bool
    ) {
        switch (before, after) {
        case (.text(let old), .text(let new)): compareText(old, new, subject, isWritten: isWritten)
        case (.integer(let low, let high), .integer(let newLow, let newHigh)):
            guard isWritten else { return }
            compareBound(low.map(String.init), newLow.map(String.init), subject, "min", isLower: true)
            compareBound(high.map(String.init), newHigh.map(String.init), subject, "max", isLower: false)
        case (.decimal, .decimal): compareDecimal(before, after, subject, isWritten: isWritten)
        case (.choice(let old), .choice(let new)):
            compareChoice(old, new, subject, isRead: isRead, isOpen: wasOpen)
        case (.json(let old), .json(let new)):
            compareProperties(old, new, subject, isShape: true, isWritten: isWritten, isRead: isRead)
        case (.section(let old), .section(let new)):
            compareProperties(old, new, subject, isShape: false, isWritten: isWritten, isRead: isRead)
        // Its keys and values are those of a visibility, which is compared where it stands.
        case (.map, .map): break
        case (.duration(let low, let high), .duration(let newLow, let newHigh)):
            guard isWritten else { return }
            compareBound(low.map(String.init), newLow.map(String.init), subject, "min", isLower: true)
            compareBound(high.map(String.init), newHigh.map(String.init), subject, "max", isLower: false)
        case (.list(let item, let low, let high, let isSet), .list(let other, let newLow, let newHigh, let isOther))
        where isSet == isOther:
            compareCounts(low...high, newLow...newHigh, subject, isWritten: isWritten)
            compareType(item, other, subject, isWritten: isWritten, isRead: isRead, wasOpen: false)
        case (
            .entries(let keys, let item, let low, let high), .entries(let otherKeys, let other, let newLow, let newHigh)
        )
        where keys == otherKeys:
            compareCounts(low...high, newLow...newHigh, subject, isWritten: isWritten)
            compareType(item, other, subject, isWritten: isWritten, isRead: isRead, wasOpen: false)
        case (.entries, .map), (.map, .entries), (.entries, .entries):
            report(.typeChanged, subject, at: "type", "`\(subject)` has other keys than before")
        case (.integer, .decimal), (.choice, .text):
            widened(before, after, subject)
        default:
            guard word(before) != word(after) else { return }
            report(.typeChanged, subject, at: "type", "`\(subject)` was \(word(before)) and is \(word(after))")
        }
    }

    private mutating func compareCounts(
        _ before: ClosedRange<Int>, _ after: ClosedRange<Int>, _ subject: String, isWritten: Bool
    ) {
        guard isWritten else { return }
        compareBound(String(before.lowerBound), String(after.lowerBound), subject, "min", isLower: true)
        compareBound(String(before.upperBound), String(after.upperBound), subject, "max", isLower: false)
    }

    private mutating func widened(_ before: Contract.FieldType, _ after: Contract.FieldType, _ subject: String) {
        report(.typeWidened, subject, at: "type", "`\(subject)` was \(word(before)) and is \(word(after))")
    }

    // MARK: Words

    private mutating func compareText(
        _ before: Contract.TextRules, _ after: Contract.TextRules, _ subject: String, isWritten: Bool
    ) {
        if before.format != after.format {
            let isWider = after.format == .text || (after.format == .line && before.format != .text)
            report(
                isWider ? .typeWidened : .typeChanged, subject, at: "type",
                "`\(subject)` was \(word(.text(before))) and is \(word(.text(after)))")
            // Their usual lengths differ; only what the spec says is a rule of its own.
            guard before.isBounded, after.isBounded else { return }
        }
        guard isWritten else { return }
        compareBound(String(before.minimum), String(after.minimum), subject, "length", isLower: true)
        compareBound(String(before.maximum), String(after.maximum), subject, "length", isLower: false)
        comparePattern(before.pattern, after.pattern, subject)
        if (before.trim, before.lower, before.nfc) != (after.trim, after.lower, after.nfc) {
            report(
                .normalisationChanged, subject, at: "normalise", "`\(subject)` is normalised in another way than before"
            )
        }
    }

    private mutating func comparePattern(_ before: String?, _ after: String?, _ subject: String) {
        switch (before, after) {
        case (nil, let pattern?):
            report(.ruleTightened, subject, at: "pattern", "`\(subject)` must match `\(pattern)` now")
        case (_?, nil): report(.ruleLoosened, subject, at: "pattern", "`\(subject)` need match no pattern now")
        case (let old?, let new?) where old != new:
            report(
                .patternChanged, subject, at: "pattern", "`\(subject)` had to match `\(old)` and has to match `\(new)`")
        default: break
        }
    }

    private mutating func compareChoice(
        _ before: [String], _ after: [String], _ subject: String, isRead: Bool, isOpen: Bool
    ) {
        for value in before where !after.contains(value) {
            report(.enumValueRemoved, subject, at: "of.\(value)", "`\(subject)` can no longer be `\(value)`")
        }
        for value in after where !before.contains(value) {
            let rule: CompareRule = !isRead ? .ruleLoosened : isOpen ? .openEnumValueAdded : .enumValueAdded
            report(rule, subject, at: "of.\(value)", "`\(subject)` can be `\(value)` now")
        }
    }

    mutating func compareOpenness(_ before: Bool, _ after: Bool, _ subject: String) {
        guard before != after else { return }
        report(
            after ? .enumOpened : .enumClosed, subject, at: "open",
            after ? "`\(subject)` can have further values later" : "`\(subject)` has all its values")
    }

    // MARK: Numbers

    private mutating func compareDecimal(
        _ before: Contract.FieldType, _ after: Contract.FieldType, _ subject: String, isWritten: Bool
    ) {
        guard isWritten, case .decimal(let precision, let scale, let low, let high) = before,
            case .decimal(let newPrecision, let newScale, let newLow, let newHigh) = after
        else { return }
        compareBound(String(precision - scale), String(newPrecision - newScale), subject, "digits", isLower: false)
        compareBound(String(scale), String(newScale), subject, "scale", isLower: false)
        compareBound(low, newLow, subject, "min", isLower: true)
        compareBound(high, newHigh, subject, "max", isLower: false)
    }

    /// - Parameter isLower: whether a greater bound leaves fewer values.
    private mutating func compareBound(
        _ before: String?, _ after: String?, _ subject: String, _ word: String, isLower: Bool
    ) {
        guard before != after, before.flatMap(DecimalText.init) != after.flatMap(DecimalText.init) else { return }
        let name = "`\(word)`" + (word == "length" ? (isLower ? ", the least," : ", the most,") : "")
        let message =
            "\(name) of `\(subject)` was \(before ?? "open") and is \(after ?? "open")"
        report(isTighter(before, after, isLower: isLower) ? .ruleTightened : .ruleLoosened, subject, at: word, message)
    }

    private func isTighter(_ before: String?, _ after: String?, isLower: Bool) -> Bool {
        guard let after = after.flatMap(DecimalText.init) else { return false }
        guard let before = before.flatMap(DecimalText.init) else { return true }
        return isLower ? before < after : after < before
    }

    // MARK: Properties

    mutating func compareProperties(
        _ before: [Contract.Property], _ after: [Contract.Property], _ subject: String, isShape: Bool, isWritten: Bool,
        isRead: Bool
    ) {
        for property in before {
            let name = "\(subject).\(property.name)"
            guard let other = after.first(where: { $0.name == property.name }) else {
                report(.fieldRemoved, name, "`\(name)` is gone")
                continue
            }
            compareType(
                property.type, other.type, name, isWritten: isWritten, isRead: isRead, wasOpen: property.isOpen)
            compareOpenness(property.isOpen, other.isOpen, name)
            // No key of a section is ever asked for.
            compareNeed(
                (property.isRequired, property.standard), (other.isRequired, other.standard), name,
                isWritten: isWritten && isShape)
        }
        for property in after where !before.contains(where: { $0.name == property.name }) {
            let name = "\(subject).\(property.name)"
            if isShape, isWritten, property.isRequired {
                report(.requiredFieldAdded, name, "`\(name)` is new and required")
            } else {
                report(.fieldAdded, name, "`\(name)` is new")
            }
        }
    }

    private func word(_ type: Contract.FieldType) -> String {
        switch type {
        case .text(let rules): rules.format == .line ? "string" : rules.format.rawValue
        case .integer: "int"
        case .decimal: "decimal"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .datetime: "datetime"
        case .uuid: "uuid"
        case .choice: "enum"
        case .json: "json"
        case .map: "map"
        case .section: "a section"
        case .serial: "serial"
        case .duration: "duration"
        case .list(_, _, _, let isSet): isSet ? "set" : "list"
        case .entries: "map"
        }
    }
}
