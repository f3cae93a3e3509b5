/// Words that are not served yet are read by their tables alone: whoever writes one is told all that is wrong with it, and
/// that it must go for now.
extension SpecReader {
    /// - Parameters:
    ///   - resource: the resource that the words are said of.
    ///   - audience: who does what they allow, where the words do not say it themselves.
    func planned(
        _ map: MapReader, of resource: Located<String>? = nil, by audience: Spec.AccessList? = nil
    ) -> [Spec.Planned] {
        map.planned.map { word, key, value in
            var look = PlannedLook(reader: self, audience: audience)
            look.look(at: value, key.value, Named(key))
            return Spec.Planned(word: word, resource: resource, mentions: look.mentions)
        }
    }

    /// What the checks ask of `imports:`; that it is written well is for `planned`.
    func imports(_ node: YAMLNode?) -> [Spec.Import] {
        guard let node else { return [] }
        return (silent.entries(node, "`imports`") ?? []).compactMap { entry in
            guard let map = MapReader(entry.value, .importFile, silent.findings) else { return nil }
            let mode = map.value("mode").flatMap { silent.text($0, "") }
            guard let mode, let resource = map.value("of").flatMap({ silent.text($0, "") }) else { return nil }
            return Spec.Import(
                mode: mode, resource: resource, saysVersions: map.key("versions") != nil,
                match: map.value("match").flatMap { silent.text($0, "") })
        }
    }

    /// The same reader, which tells nobody what it finds.
    var silent: SpecReader { SpecReader(findings: Findings(SpecSource(path: "", bytes: []))) }
}

/// One look through the value of a word. What is named in it is kept for the checks.
private struct PlannedLook {
    let reader: SpecReader
    /// Who is shown what the map names.
    var audience: Spec.AccessList?
    /// The resource that the map names.
    var resource: Located<String>?
    /// The entry of a map of names that is looked at.
    var entry: Located<String>?
    var mentions: [Spec.Planned.Mention] = []

    init(reader: SpecReader, audience: Spec.AccessList?) {
        self.reader = reader
        self.audience = audience
    }

    mutating func look(at node: YAMLNode, _ value: LanguageValue, _ what: Named) {
        switch value {
        // What has no table yet: no reader would understand it.
        case .literal: break
        case .text: _ = reader.text(node, what.word)
        case .form(let form): _ = reader.form(node, form, what)
        case .integer(let range): reader.integer(node, in: range, what)
        case .flag: _ = reader.flag(node, what.word)
        case .word(let words): reader.word(node, of: words, what)
        case .access: mentions.append(.roles(reader.access(node)))
        case .mention(let mention): self.mention(node, mention, what)
        case .list(let item, let least):
            guard case .sequence = node.content else { return reader.wrongShape(node, what, "a list") }
            items(node, item, least, what)
        case .pair(let item):
            guard case .sequence(let items) = node.content, items.count == 2 else {
                return reader.wrongShape(node, what, "a list of two")
            }
            self.items(node, item, 2, what)
        case .oneOrMany(let item, let least): items(node, item, least, what)
        case .named(let name, let inner, let least, _): named(node, name, inner, least, what)
        case .nested(let map): nested(node, map(), what)
        case .either(let values): either(node, values, what)
        }
    }

    private mutating func items(_ node: YAMLNode, _ item: LanguageValue, _ least: Int, _ what: Named) {
        let items = reader.items(node)
        if items.count < least { reader.tooFew(node, what) }
        for node in items { look(at: node, item, what) }
    }

    private mutating func named(
        _ node: YAMLNode, _ name: String, _ inner: LanguageValue, _ least: Int, _ what: Named
    ) {
        guard let entries = reader.entries(node, what.word) else { return }
        if entries.count < least { reader.tooFew(node, what) }
        for entry in entries {
            reader.name(entry.key)
            self.entry = entry.key
            look(at: entry.value, inner, Named(word: "a \(name)", example: what.example))
        }
    }

    /// What a map names belongs together: the fields are those of its resource, and are shown to its audience.
    private mutating func nested(_ node: YAMLNode, _ map: LanguageMap, _ what: Named) {
        guard let entries = MapReader(node, map, reader.findings) else { return }
        let outer = (audience, resource)
        for key in map.keys {
            switch key.value {
            case .access: audience = entries.stated(key).map(reader.silent.access) ?? audience
            case .mention(.resource): resource = entries.stated(key).flatMap { reader.silent.text($0, "") } ?? resource
            default: continue
            }
        }
        for key in map.keys where key.isServed {
            if let node = entries.value(key) {
                look(at: node, key.value, Named(key))
            } else if case .oneOrMany(.mention(.event), _) = key.value {
                mentions.append(.everyEvent(to: audience ?? Spec.AccessList()))
            }
        }
        (audience, resource) = outer
    }

    /// The form that the value has, or nearly has.
    private mutating func either(_ node: YAMLNode, _ values: [LanguageValue], _ what: Named) {
        let candidates = values.filter { $0.takes(node) }
        let meant = candidates.first { value in
            let reader = self.reader.silent
            var look = PlannedLook(reader: reader, audience: nil)
            look.look(at: node, value, what)
            return !reader.findings.containsError
        }
        guard let value = meant ?? candidates.first else {
            return reader.wrongShape(node, what, values.map(\.shape).joined(separator: " or "))
        }
        look(at: node, value, what)
    }

    private mutating func mention(_ node: YAMLNode, _ mention: LanguageValue.Mention, _ what: Named) {
        switch mention {
        case .field: field(reader.text(node, "a field"), .shown)
        case .written: field(reader.text(node, "a field"), .set)
        case .grouping:
            let grouping = reader.form(node, .grouping, what)
            // `day(created_at)`: what is in the brackets.
            field(grouping.map { $0.map { String($0.split { "()".contains($0) }.last ?? "") } }, .grouped)
        case .resource: mentions += reader.text(node, "a resource").map { [.resource($0)] } ?? []
        case .completion:
            let score = reader.form(node, .completion, what)
            mentions += score.map { [.resource($0.map { String($0.prefix { $0 != "." }) })] } ?? []
        case .role:
            mentions += reader.text(node, "a role").map { [.granted($0, by: audience ?? Spec.AccessList())] } ?? []
        case .event:
            mentions += reader.form(node, .event, what).map { [.event($0, to: audience ?? Spec.AccessList())] } ?? []
        }
    }

    private mutating func field(_ name: Located<String>?, _ use: Spec.Planned.FieldMention.Use) {
        guard let name else { return }
        mentions.append(.field(.init(name: name, use: use, resource: resource, entry: entry, audience: audience)))
    }
}

extension LanguageValue {
    /// Whether the value has the outer shape of what may stand here.
    fileprivate func takes(_ node: YAMLNode) -> Bool {
        switch (self, node.content) {
        case (.nested, .mapping), (.named, .mapping), (.list, .sequence), (.pair, .sequence), (.oneOrMany, .sequence),
            (.access, .sequence):
            true
        case (.nested, _), (.named, _), (.list, _), (.pair, _): false
        case (_, .scalar): true
        default: false
        }
    }

    /// The outer shape, in words.
    fileprivate var shape: String {
        switch self {
        case .flag: "`true` or `false`"
        case .nested, .named: "a map"
        case .list, .pair, .oneOrMany, .access: "a list"
        default: "a single value"
        }
    }
}

extension SpecReader {
    fileprivate func name(_ key: Located<String>) {
        guard let pattern = try? LinearPattern(TextForm.name.pattern), !pattern.matches(key.value) else { return }
        findings.error(
            .malformedName, at: key.mark, "`\(Words.shown(key.value))` is not a name",
            help: "use lower-case letters, digits and `_`, and begin with a letter")
    }

    fileprivate func tooFew(_ node: YAMLNode, _ what: Named) {
        findings.error(
            .missingKey, at: node.mark, "\(what.word) is empty", help: "write one such as `\(what.example)`")
    }

    fileprivate func wrongShape(_ node: YAMLNode, _ what: Named, _ right: String) {
        findings.error(
            .wrongShape, at: node.mark, "\(what.word) is \(right), and this is \(node.kind)",
            help: "write one such as `\(what.example)`")
    }

    fileprivate func form(_ node: YAMLNode, _ form: TextForm, _ what: Named) -> Located<String>? {
        guard let text = text(node, what.word), let pattern = try? LinearPattern(form.pattern) else { return nil }
        if pattern.matches(text.value) { return text }
        findings.error(
            .malformedValue, at: text.mark,
            "\(what.word) takes a \(form.words), and this is `\(Words.shown(text.value))`",
            help: "write one such as `\(what.example)`")
        return nil
    }

    fileprivate func integer(_ node: YAMLNode, in range: ClosedRange<Int>, _ what: Named) {
        guard let number = integer(node, what.word), !range.contains(number.value) else { return }
        findings.error(
            .outOfRange, at: number.mark, "\(what.word) is from \(range.lowerBound) to \(range.upperBound)",
            help: "write one such as `\(what.example)`")
    }

    fileprivate func word(_ node: YAMLNode, of words: [String], _ what: Named) {
        guard let text = text(node, what.word), !words.contains(text.value) else { return }
        findings.error(
            .unknownWord, at: text.mark, "`\(Words.shown(text.value))` is no word of \(what.word)",
            help: ForeignWords.value(text.value, among: words).map { "did you mean `\($0)`?" }
                ?? Words.help(for: text.value, among: words, "they are"))
    }
}

/// What a value is called in a message, and a good one.
private struct Named {
    let word: String
    let example: String

    init(_ key: LanguageKey) { self.init(word: "`\(key.name)`", example: key.example) }

    init(word: String, example: String) {
        self.word = word
        self.example = example
    }
}
