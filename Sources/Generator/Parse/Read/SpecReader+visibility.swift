extension SpecReader {
    func visibility(_ node: YAMLNode) -> Spec.Visibility? {
        guard let map = MapReader(node, .visibility, findings) else { return nil }
        let levels = map.value("levels").map(items)?.compactMap { text($0, "a level") }
        let defaults = map.value("defaults").flatMap { entries($0, "`defaults`") }?.compactMap { entry in
            text(entry.value, "a level").map { Spec.Visibility.Default(field: entry.key, level: $0) }
        }
        let setting = map.value("setting").flatMap(setting)
        guard let levels, let defaults, let setting else { return nil }
        return Spec.Visibility(levels: levels, defaults: defaults, setting: setting)
    }

    private func setting(_ node: YAMLNode) -> Spec.Visibility.Setting? {
        guard let path = text(node, "the place of a setting") else { return nil }
        let parts = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts.contains("") else {
            findings.error(
                .malformedValue, at: path.mark, "`\(Words.shown(path.value))` is not the place of a setting",
                help: "write `SECTION.KEY`")
            return nil
        }
        return Spec.Visibility.Setting(section: path.map { _ in parts[0] }, key: path.map { _ in parts[1] })
    }
}

extension [Spec.Resource] {
    /// `privacy.visibility` is short for `privacy_settings.visibility` where no section is called `privacy`.
    mutating func resolveChoices() {
        for place in indices {
            guard let setting = self[place].visibility?.setting else { continue }
            let parts = filter { $0.onePer?.value == self[place].name.value }
            let names = parts.flatMap { $0.sections.map(\.name.value) }
            let long = setting.section.value + "_settings"
            guard !names.contains(setting.section.value), names.contains(long) else { continue }
            self[place].visibility?.setting.section = setting.section.map { _ in long }
        }
    }
}
