/// Types that hold values of another type.
extension SpecReader {
    /// The type of the items, in the short form or as a map: `of: string`, `of: {type: string, length: ..40}`.
    func itemType(_ map: MapReader) -> Spec.Property? {
        held(map, .itemType)
    }

    /// `keys: profile.visibility` has its levels; other maps have any keys that are admitted.
    func mapType(_ map: MapReader) -> Spec.FieldType? {
        guard let keys = map.value(.mapKeys) else {
            _ = map.value(.mapValues)
            return nil
        }
        guard case .mapping = keys.content else {
            let values = map.value(.mapValues).flatMap(domain)
            guard let keys = domain(keys), let values else { return nil }
            return .map(Spec.Map(keys: keys, values: values))
        }
        let admitted = MapReader(keys, .mapKeys, findings)
        let pattern = admitted?.value("pattern").flatMap { text($0, "a pattern") }
        let words = admitted?.value("of").map(items)?.compactMap { text($0, "a key") }
        guard let value = held(map, .mapValues) else { return nil }
        guard (pattern == nil) != (words == nil) else {
            findings.error(
                .missingKey, at: keys.mark, "the keys of a map are told by one of `pattern` and `of`",
                help: "write `keys: {pattern: '^[a-z]+$'}` or `keys: {of: [first, second]}`")
            return nil
        }
        return .entries(Spec.Entries(pattern: pattern, words: words, value: value))
    }

    private func held(_ map: MapReader, _ key: LanguageKey) -> Spec.Property? {
        guard let node = map.value(key), let place = map.key(key.name) else { return nil }
        let property = property(named: place.map { _ in "item" }, node, inShape: true)
        // What could not be read has been told.
        return property.typeIsKnown ? property : nil
    }
}
