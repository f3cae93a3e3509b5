extension SpecReader {
    /// The keys that belong to one type or another; which go with which is for `typeParameters`.
    static let typeKeys = ["type", "of", "open", "initial", "final", "precision", "scale", "shape", "keys"]
    static let typeWords = [
        "string", "text", "slug", "int", "decimal", "bool", "date", "time", "datetime", "email", "phone", "url", "uuid",
        "enum", "country", "language", "timezone", "json", "map", "serial",
    ]
    static let laterTypes = ["duration", "list", "set", "image", "computed", "secret"]

    /// The type of a field or a key of a section, from its map. `nil` after a finding.
    func type(_ map: MapReader) -> Located<Spec.FieldType>? {
        guard let node = map.required("type", help: "write `type: string`, or another type"),
            let word = text(node, "a type")
        else { return nil }
        let known = typeWord(word)
        refuseForeignParameters(map, of: word.value)
        guard known, let type = type(word, map) else { return nil }
        return word.map { _ in type }
    }

    private func typeWord(_ word: Located<String>) -> Bool {
        if Self.typeWords.contains(word.value) { return true }
        if Self.laterTypes.contains(word.value) {
            findings.error(
                .notServedYet, at: word.mark, "the type `\(word.value)` is not served yet", help: "remove it for now")
        } else if word.value == "ref" {
            findings.error(
                .unknownWord, at: word.mark, "a reference has the type of what it refers to",
                help: "write `type: uuid, ref: identity`")
        } else {
            let help =
                Words.nearest(to: word.value, among: Self.typeWords).map { "did you mean `\($0)`?" }
                ?? "the types are \(Words.list(Self.typeWords))"
            findings.error(
                .unknownWord, at: word.mark, "`\(Words.shown(word.value))` is not a type", help: help)
        }
        return false
    }

    private func refuseForeignParameters(_ map: MapReader, of word: String) {
        let parameters: [String: [String]] = [
            "enum": ["of", "open", "initial", "final"], "decimal": ["precision", "scale"], "json": ["shape"],
            "map": ["keys", "of"],
        ]
        guard Self.typeWords.contains(word) else { return }
        for key in Self.typeKeys.dropFirst() where !(parameters[word] ?? []).contains(key) {
            guard let place = map.key(key) else { continue }
            findings.error(
                .keyDoesNotApply, at: place.mark, "`\(key)` says nothing about the type `\(word)`",
                help: "remove it, or use another type")
        }
    }

    private func type(_ word: Located<String>, _ map: MapReader) -> Spec.FieldType? {
        switch word.value {
        case "string": .string
        case "text": .text
        case "slug": .slug
        case "int": .int
        case "decimal": decimal(map)
        case "bool": .bool
        case "date": .date
        case "time": .time
        case "datetime": .datetime
        case "email": .email
        case "phone": .phone
        case "url": .url
        case "uuid": .uuid
        case "enum": enumeration(map)
        case "country": .country
        case "language": .language
        case "timezone": .timezone
        case "json": shape(map)
        case "map": mapType(map)
        default: .serial
        }
    }

    private func decimal(_ map: MapReader) -> Spec.FieldType? {
        let precision = map.optional("precision").map { integer($0, "`precision`") } ?? Located(18, at: map.span)
        let scale = map.optional("scale").map { integer($0, "`scale`") } ?? Located(2, at: map.span)
        guard let precision, let scale else { return nil }
        guard (1...38).contains(precision.value), (0...precision.value).contains(scale.value) else {
            findings.error(
                .outOfRange, at: precision.mark, "a decimal has 1 to 38 digits, of which `scale` are after the point",
                help: "write `precision: 18, scale: 2`")
            return nil
        }
        return .decimal(precision: precision.value, scale: scale.value)
    }

    private func enumeration(_ map: MapReader) -> Spec.FieldType? {
        guard let node = map.required("of", help: "write `of: [first, second]`") else { return nil }
        guard case .sequence(let items) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "`of` is a list, and this is \(node.kind)",
                help: "write `of: [first, second]`")
            return nil
        }
        let values = items.compactMap { text($0, "a value of an enum") }
        let open = map.optional("open").flatMap { flag($0, "`open`") }
        let initial = map.optional("initial").map(self.items)?.compactMap { text($0, "a state") } ?? []
        let final = map.optional("final").map(self.items)?.compactMap { text($0, "a state") } ?? []
        // With a value less, a default could look wrong that is not.
        guard values.count == items.count else { return nil }
        return .enumeration(Spec.Enumeration(values: values, open: open, initial: initial, final: final))
    }

    private func shape(_ map: MapReader) -> Spec.FieldType? {
        guard let node = map.required("shape", help: "write `shape: {from: time, to: time}`"),
            let entries = entries(node, "`shape`")
        else { return nil }
        return .json(shape: entries.map { property(named: $0.key, $0.value, inShape: true) })
    }

    private func mapType(_ map: MapReader) -> Spec.FieldType? {
        let keys = map.required("keys", help: "write `keys: profile.visibility`").flatMap(domain)
        let values = map.required("of", help: "write `of: profile.visibility.levels`").flatMap(domain)
        guard let keys, let values else { return nil }
        return .map(Spec.Map(keys: keys, values: values))
    }

    private func domain(_ node: YAMLNode) -> Spec.Map.Domain? {
        guard let path = text(node, "a set of words") else { return nil }
        let parts = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[1] == "visibility" {
            return .visibilityFields(resource: path.map { _ in parts[0] })
        }
        if parts.count == 3, parts[1] == "visibility", parts[2] == "levels" {
            return .visibilityLevels(resource: path.map { _ in parts[0] })
        }
        findings.error(
            .notServedYet, at: path.mark, "a map from or to `\(Words.shown(path.value))` is not served yet",
            help: "write `RESOURCE.visibility` or `RESOURCE.visibility.levels`")
        return nil
    }
}
