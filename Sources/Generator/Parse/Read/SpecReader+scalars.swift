extension SpecReader {
    /// The entries of a map whose keys are names that the spec's author chooses.
    func entries(_ node: YAMLNode, _ what: String) -> [YAMLNode.Entry]? {
        guard case .mapping(let entries) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "\(what) is a map, and this is \(node.kind)",
                help: "write `NAME: …` for each, on a line of its own and without `-`")
            return nil
        }
        return entries
    }

    /// The items of a list; one item alone stands for a list of one.
    func items(_ node: YAMLNode) -> [YAMLNode] {
        if case .sequence(let items) = node.content { items } else { [node] }
    }

    /// A single value as text, whatever it looks like.
    func text(_ node: YAMLNode, _ what: String) -> Located<String>? {
        guard case .scalar(let text, let isPlain) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "\(what) is a single value, and this is \(node.kind)",
                help: "write one word, without brackets and without `-`")
            return nil
        }
        if isPlain, text.isEmpty || text == "~" || text == "null" {
            findings.error(
                .wrongShape, at: node.mark, "\(what) has no value", help: "write one, or leave the key out")
            return nil
        }
        if isPlain, refuseAmbiguous(text, at: node.mark) { return nil }
        return Located(text, at: node.span)
    }

    func integer(_ node: YAMLNode, _ what: String) -> Located<Int>? {
        guard let text = text(node, what) else { return nil }
        guard case .scalar(_, isPlain: true) = node.content, let number = Self.integer(text.value) else {
            findings.error(
                .malformedValue, at: node.mark, "\(what) is a whole number, and this is `\(Words.shown(text.value))`",
                help: Self.integer(text.value) == nil ? "write one such as `10`" : "leave out the quotes")
            return nil
        }
        return Located(number, at: node.span)
    }

    func flag(_ node: YAMLNode, _ what: String) -> Located<Bool>? {
        guard let text = text(node, what) else { return nil }
        guard case .scalar(_, isPlain: true) = node.content, let value = Bool(text.value) else {
            findings.error(
                .malformedValue, at: node.mark,
                "\(what) is `true` or `false`, and this is `\(Words.shown(text.value))`",
                help: Bool(text.value) == nil ? "write `true`, or leave it out" : "leave out the quotes")
            return nil
        }
        return Located(value, at: node.span)
    }

    /// One of a few words.
    func word<Word>(_ node: YAMLNode, _ what: String, as: Word.Type = Word.self) -> Located<Word>?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = text(node, what) else { return nil }
        if let word = Word(rawValue: text.value) { return text.map { _ in word } }
        let words = Word.allCases.map(\.rawValue)
        let help =
            (ForeignWords.value(text.value, among: words) ?? Words.nearest(to: text.value, among: words))
            .map { "did you mean `\($0)`?" } ?? "write one of \(Words.list(words))"
        findings.error(.unknownWord, at: text.mark, "`\(Words.shown(text.value))` is not \(what)", help: help)
        return nil
    }

    /// YAML 1.1 readers take these for booleans and YAML 1.2 readers for text, so a spec says which it means.
    func refuseAmbiguous(_ text: String, at mark: Mark) -> Bool {
        // The longest of them is `false`.
        guard text.utf8.count <= 5 else { return false }
        let lower = text.lowercased()
        let meant: String
        switch lower {
        case "yes", "on": meant = "true"
        case "no", "off": meant = "false"
        case "true" where text != lower, "false" where text != lower: meant = lower
        default: return false
        }
        findings.error(
            .ambiguousBoolean, at: mark, "`\(text)` is a boolean to some and a text to others",
            help: "write `\(meant)`, or `\"\(text)\"` for the text")
        return true
    }

    /// `0`, `-12`: decimal digits, no leading zero, no sign `+`, no underscores.
    static func integer(_ text: String) -> Int? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard first != 0x30 || digits.count == 1 else { return nil }
        return Int(text)
    }

    /// Digits, a point, digits, maybe after `-`.
    static func isDecimal(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, integer(String(Substring(parts[0]))) != nil, !parts[1].isEmpty else { return false }
        return parts[1].allSatisfy { (0x30...0x39).contains($0) }
    }
}
