/// Words that are not served yet are read by their tables alone: whoever writes one is told all that is wrong with it, and
/// that it must go for now.
extension SpecReader {
    func planned(_ map: MapReader, of resource: Located<String>? = nil) -> [Spec.Planned] {
        map.planned.map { word, key, value in
            var mentions: [Spec.Planned.Mention] = []
            look(at: value, key.value, Named(key), &mentions)
            return Spec.Planned(word: word, resource: resource, mentions: mentions)
        }
    }

    private func look(
        at node: YAMLNode, _ value: LanguageValue, _ what: Named, _ mentions: inout [Spec.Planned.Mention]
    ) {
        switch value {
        case .literal: break
        case .text: _ = text(node, what.word)
        case .form(let form): self.form(node, form, what)
        case .integer(let range): self.integer(node, in: range, what)
        case .flag: _ = flag(node, what.word)
        case .word(let words): self.word(node, of: words, what)
        case .access: mentions.append(.roles(access(node)))
        case .mention(.field): mentions += text(node, "a field").map { [.field($0)] } ?? []
        case .mention(.resource): mentions += text(node, "a resource").map { [.resource($0)] } ?? []
        case .list(let item, _), .pair(let item):
            guard case .sequence(let items) = node.content else { return wrongShape(node, what, "a list") }
            for node in items { look(at: node, item, what, &mentions) }
        case .oneOrMany(let item, _):
            for node in items(node) { look(at: node, item, what, &mentions) }
        case .named(let name, let inner, _, _):
            for entry in entries(node, what.word) ?? [] {
                look(at: entry.value, inner, Named(word: "a \(name)", example: what.example), &mentions)
            }
        case .nested(let map):
            guard let reader = MapReader(node, map(), findings) else { return }
            for key in map().keys where key.isServed {
                guard let node = reader.value(key) else { continue }
                look(at: node, key.value, Named(key), &mentions)
            }
        // No word that is planned has one; a reader of its own would tell the cases apart.
        case .either: break
        }
    }

    private func wrongShape(_ node: YAMLNode, _ what: Named, _ right: String) {
        findings.error(
            .wrongShape, at: node.mark, "\(what.word) is \(right), and this is \(node.kind)",
            help: "write one such as `\(what.example)`")
    }

    private func form(_ node: YAMLNode, _ form: TextForm, _ what: Named) {
        guard let text = text(node, what.word), let pattern = try? LinearPattern(form.pattern),
            !pattern.matches(text.value)
        else { return }
        findings.error(
            .malformedValue, at: text.mark,
            "\(what.word) takes a \(form.words), and this is `\(Words.shown(text.value))`",
            help: "write one such as `\(what.example)`")
    }

    private func integer(_ node: YAMLNode, in range: ClosedRange<Int>, _ what: Named) {
        guard let number = integer(node, what.word), !range.contains(number.value) else { return }
        findings.error(
            .outOfRange, at: number.mark, "\(what.word) is from \(range.lowerBound) to \(range.upperBound)",
            help: "write one such as `\(what.example)`")
    }

    private func word(_ node: YAMLNode, of words: [String], _ what: Named) {
        guard let text = text(node, what.word), !words.contains(text.value) else { return }
        findings.error(
            .unknownWord, at: text.mark, "`\(Words.shown(text.value))` is no word of \(what.word)",
            help: Words.help(for: text.value, among: words, "they are"))
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
