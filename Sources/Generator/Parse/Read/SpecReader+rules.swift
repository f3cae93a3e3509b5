extension SpecReader {
    func rules(_ map: MapReader) -> Spec.Rules {
        var rules = Spec.Rules()
        rules.length = map.value("length").flatMap(lengthRange)
        rules.minimum = map.value("min").flatMap { literal($0).located(at: $0.span) }
        rules.maximum = map.value("max").flatMap { literal($0).located(at: $0.span) }
        rules.pattern = map.value("pattern").flatMap { text($0, "a pattern") }
        rules.normalise = map.value("normalise").map(items)?.compactMap { word($0, "a way to normalise") } ?? []
        return rules
    }

    /// A length that cannot be read is a usual one, so that indexes over the field are not called wrong too.
    private func lengthRange(_ node: YAMLNode) -> Located<Spec.LengthRange>? {
        guard let text = text(node, "a length") else { return nil }
        guard let range = Self.range(text.value) else {
            findings.error(
                .malformedValue, at: text.mark, "`\(Words.shown(text.value))` is not a length",
                help: "write `1..100`, `..2000`, `3..` or `5`")
            return text.map { _ in .standIn }
        }
        return text.map { _ in range }
    }

    private static func range(_ text: String) -> Spec.LengthRange? {
        if let exact = integer(text), exact >= 0 { return Spec.LengthRange(minimum: exact, maximum: exact) }
        let utf8 = Array(text.utf8)
        guard let dots = utf8.firstIndex(of: 0x2E), dots + 1 < utf8.count, utf8[dots + 1] == 0x2E else { return nil }
        let (left, right) = (
            String(decoding: utf8[..<dots], as: UTF8.self), String(decoding: utf8[(dots + 2)...], as: UTF8.self)
        )
        let minimum = left.isEmpty ? 0 : integer(left)
        let maximum = right.isEmpty ? nil : integer(right)
        guard let minimum, minimum >= 0, right.isEmpty || (maximum ?? -1) >= 0, utf8.count > 2 else { return nil }
        return Spec.LengthRange(minimum: minimum, maximum: maximum)
    }

    /// `60s`, `5m`, `12h`, `30d`
    func timeSpan(_ node: YAMLNode, _ what: String) -> Located<Spec.TimeSpan>? {
        guard let text = text(node, what) else { return nil }
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.value.last.flatMap({ units[$0] }),
            let count = Self.integer(String(text.value.dropLast())),
            count >= 0, case let (seconds, overflow) = count.multipliedReportingOverflow(by: unit), !overflow
        else {
            findings.error(
                .malformedValue, at: text.mark, "`\(Words.shown(text.value))` is not a duration",
                help: "write a whole number and `s`, `m`, `h` or `d`: `60s`, `30d`")
            return nil
        }
        return text.map { _ in Spec.TimeSpan(seconds: seconds) }
    }

    /// A value of whatever type it looks like; quoted is always text.
    func literal(_ node: YAMLNode) -> Spec.Literal? {
        switch node.content {
        case .scalar(let text, isPlain: false):
            return .string(text)
        case .scalar(let text, isPlain: true):
            guard self.text(node, "a value") != nil else { return nil }
            if let flag = Bool(text) { return .bool(flag) }
            if let number = Self.integer(text) { return .integer(number) }
            return Self.isDecimal(text) ? .decimal(text) : .string(text)
        case .sequence(let items):
            let values = items.compactMap(literal)
            return values.count == items.count ? .list(values) : nil
        case .mapping(let entries):
            let values = entries.compactMap { entry in
                literal(entry.value).map { Spec.LiteralEntry(key: entry.key.value, value: $0) }
            }
            return values.count == entries.count ? .map(values) : nil
        }
    }
}

extension SpecReader {
    /// Whether `literal` reports the value instead of reading it. Says nothing itself.
    func literalIsUnreadable(_ node: YAMLNode) -> Bool {
        let silent = SpecReader(findings: Findings(SpecSource(path: "", bytes: [])))
        return silent.literal(node) == nil
    }
}

extension Spec.Literal? {
    func located(at span: Span) -> Located<Spec.Literal>? {
        map { Located($0, at: span) }
    }
}
