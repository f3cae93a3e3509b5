extension SpecReader {
    /// The type of a field or a key of a section, from its map. `nil` after a finding.
    func type(_ map: MapReader) -> Located<Spec.FieldType>? {
        guard let node = map.value("type"), let name = text(node, "a type"), let word = typeWord(name, map) else {
            return nil
        }
        refuseForeignParameters(map, of: word)
        return type(word, map).map { type in name.map { _ in type } }
    }

    private func typeWord(_ name: Located<String>, _ map: MapReader) -> TypeWord? {
        let words = map.mayHave(.computedValue) ? TypeWord.served : TypeWord.ofValues
        if let word = TypeWord(rawValue: name.value) {
            if words.contains(word.rawValue) { return word }
            if word == .computed {
                findings.error(
                    .keyDoesNotApply, at: name.mark, "only the fields of a resource are computed",
                    help: "make it a field")
                return nil
            }
            findings.error(
                .notServedYet, at: name.mark, "the type `\(name.value)` is not served yet", help: "remove it for now")
            return word
        } else if name.value == "ref" {
            findings.error(
                .unknownWord, at: name.mark, "a reference has the type of what it refers to",
                help: "write `type: uuid, ref: identity`")
        } else {
            let help =
                (ForeignWords.type(name.value) ?? Words.nearest(to: name.value, among: words))
                .map { "did you mean `\($0)`?" }
                ?? "the types are \(Words.list(words))"
            findings.error(
                .unknownWord, at: name.mark, "`\(Words.shown(name.value))` is not a type", help: help)
        }
        return nil
    }

    private func refuseForeignParameters(_ map: MapReader, of word: TypeWord) {
        let foreign = map.words.filter { TypeWord.parameterNames.contains($0.value) }
        guard !foreign.isEmpty else { return }
        let own = word.parameters.map(\.name)
        for key in foreign where !own.contains(key.value) {
            findings.error(
                .keyDoesNotApply, at: key.mark, "`\(key.value)` says nothing about the type `\(word.rawValue)`",
                help: "remove it, or use another type")
        }
    }

    private func type(_ word: TypeWord, _ map: MapReader) -> Spec.FieldType? {
        switch word {
        case .string: .string
        case .text: .text
        case .slug: .slug
        case .int: .int
        case .decimal: decimal(map)
        case .bool: .bool
        case .date: .date
        case .time: .time
        case .datetime: .datetime
        case .email: .email
        case .phone: .phone
        case .url: .url
        case .uuid: .uuid
        case .enumeration: enumeration(map)
        case .country: .country
        case .language: .language
        case .timezone: .timezone
        case .json: shape(map)
        case .map: mapType(map)
        case .serial: .serial
        case .duration: .duration
        case .list: itemType(map).map { .list(of: $0, isSet: false) }
        case .set: itemType(map).map { .list(of: $0, isSet: true) }
        case .computed: computedType(map)
        // Refused by `typeWord`.
        case .image, .secret: nil
        }
    }

    private func decimal(_ map: MapReader) -> Spec.FieldType? {
        let precision = map.value(.precision).map { integer($0, "`precision`") } ?? Located(18, at: map.span)
        let scale = map.value(.scale).map { integer($0, "`scale`") } ?? Located(2, at: map.span)
        guard let precision, let scale else { return nil }
        guard DecimalText.digits.contains(precision.value), (0...precision.value).contains(scale.value) else {
            findings.error(
                .outOfRange, at: precision.mark, "a decimal has 1 to 38 digits, of which `scale` are after the point",
                help: "write `precision: 18, scale: 2`")
            return nil
        }
        return .decimal(precision: precision.value, scale: scale.value)
    }

    private func enumeration(_ map: MapReader) -> Spec.FieldType? {
        guard let node = map.value(.enumValues) else { return nil }
        guard case .sequence(let items) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "`of` is a list, and this is \(node.kind)",
                help: "write `of: [first, second]`")
            return nil
        }
        let values = items.compactMap { text($0, "a value of an enum") }
        let open = map.value(.enumIsOpen).flatMap { flag($0, "`open`") }
        let initial = map.value(.enumInitial).map(self.items)?.compactMap { text($0, "a state") } ?? []
        let final = map.value(.enumFinal).map(self.items)?.compactMap { text($0, "a state") } ?? []
        let transitions = map.value(.enumTransitions).map(transitions)
        // With a value less, a default could look wrong that is not; without its transitions, first and last states.
        guard values.count == items.count, transitions?.isEmpty != true else { return nil }
        return .enumeration(
            Spec.Enumeration(values: values, open: open, initial: initial, final: final, transitions: transitions))
    }

    /// Empty after a finding.
    private func transitions(_ node: YAMLNode) -> [Spec.Transition] {
        guard let entries = entries(node, "`transitions`") else { return [] }
        if entries.isEmpty {
            findings.error(
                .wrongShape, at: node.mark, "`transitions` names no state",
                help: "write `\(LanguageKey.enumTransitions.name): \(LanguageKey.enumTransitions.example)`")
        }
        return entries.map { entry in
            Spec.Transition(from: entry.key, to: items(entry.value).compactMap { text($0, "a state") })
        }
    }

    private func shape(_ map: MapReader) -> Spec.FieldType? {
        guard let node = map.value(.shape),
            let entries = entries(node, "`shape`")
        else { return nil }
        return .json(shape: entries.map { property(named: $0.key, $0.value, inShape: true) })
    }

    func domain(_ node: YAMLNode) -> Spec.Map.Domain? {
        guard let path = text(node, "a set of words") else { return nil }
        let parts = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[1] == "visibility" {
            return .visibilityFields(resource: path.map { _ in parts[0] })
        }
        if parts.count == 3, parts[1] == "visibility", parts[2] == "levels" {
            return .visibilityLevels(resource: path.map { _ in parts[0] })
        }
        findings.error(
            .malformedValue, at: path.mark, "`\(Words.shown(path.value))` is not the visibility of a resource",
            help: "write `RESOURCE.visibility` and `RESOURCE.visibility.levels`, or `keys: {pattern: '^[a-z]+$'}`")
        return nil
    }
}
