extension DiagnosticCode {
    /// 100–199: the text is not the YAML of specs.
    var textOfYAML: (title: String, explanation: String) {
        switch self {
        case .tooLarge:
            ("the spec is too large", "A spec holds at most 1 MiB of text. Ours has about 6 KiB.")
        case .notUTF8:
            ("the file is not UTF-8", "Save the spec as UTF-8. The place is that of the first byte that is not.")
        case .byteOrderMark:
            ("the file begins with a byte order mark", "Save the spec as UTF-8 without a byte order mark.")
        case .tab:
            (
                "a tab",
                "Tabs look different in every editor, so YAML forbids them where they matter and specs forbid them.\nIndent with spaces; inside double quotes write `\\t`."
            )
        case .forbiddenCharacter:
            (
                "a character that cannot be seen",
                "Control characters, invisible line ends and characters that turn the direction of text make a spec look other\nthan it is. Remove them, or write an escape such as `\\u2028` inside double quotes."
            )
        case .syntax:
            (
                "not YAML",
                "The text cannot be read as YAML from the shown place on. Often the cause is in the line above: a quote or a\nbracket that is not closed, or a line indented unlike its neighbours."
            )
        case .anchor:
            (
                "an anchor or an alias",
                "`&name` and `*name` let a short text stand for a huge one, and make a line depend on a far one.\nWrite the value out."
            )
        case .tag:
            (
                "a tag",
                "`!name` asks for types that specs do not have. Remove it; put quotes around a value that must be text."
            )
        case .mergeKey:
            ("a merge key", "`<<` takes keys from another map. Write the keys out.")
        case .duplicateKey:
            ("a key twice in one map", "YAML readers disagree on which of the two counts. Keep one of them.")
        case .secondDocument:
            (
                "a second document",
                "A spec is one document. Remove the `---` between the two and what does not belong to the spec."
            )
        case .directive:
            (
                "a YAML directive",
                "`%YAML` and `%TAG` lines change how a file is read. A spec has one fixed syntax: leave them out."
            )
        case .ambiguousBoolean:
            (
                "a word that may be a boolean",
                "`yes`, `no`, `on`, `off` and `True` are booleans in YAML 1.1 and text in YAML 1.2, which is how Norway (`NO`)\nbecame false. Write `true` or `false`, or put quotes around the text."
            )
        case .tooDeep:
            ("nested too deeply", "A spec is nested at most 32 levels deep.")
        case .tooManyNodes:
            ("too many values", "A spec holds at most 50,000 values.")
        case .complexKey:
            ("a key that is no word", "The keys of a map are words; a map or a list cannot be one.")
        default:
            ("an empty spec", "The file has no content. Begin with `spec: 1`.")
        }
    }
}
