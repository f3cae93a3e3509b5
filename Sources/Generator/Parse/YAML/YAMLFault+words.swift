extension Findings {
    /// Says in the words of this language where libyaml stopped.
    func report(_ fault: YAMLFault) {
        let (message, help) = fault.words
        error(.syntax, at: fault.place, message, help: help)
    }
}

extension YAMLFault {
    /// An unclosed quote or bracket is shown where it opens; the parser notices at the end of the file.
    fileprivate var place: Mark {
        problem.hasSuffix("unexpected end of stream") ? contextMark ?? mark : mark
    }

    /// libyaml's problems (scanner.c, parser.c) in words for those who write a spec.
    fileprivate var words: (message: String, help: String?) {
        switch problem {
        case "mapping values are not allowed in this context":
            ("a `:` that belongs to no key", "put the key on a line of its own, or quote a text with `: ` in it")
        case "could not find expected ':'":
            ("a key without `:`", "write `key: value`; is the line above indented as it should be?")
        case "found character that cannot start any token":
            ("text cannot begin with this character", "put the text in quotes")
        case "found unexpected end of stream":
            ("a quote that is not closed", "close it, or leave it out")
        case "did not find expected ',' or '}'":
            ("a `}` or `,` is missing", "separate entries with `,` and close the map with `}`")
        case "did not find expected ',' or ']'":
            ("a `]` or `,` is missing", "separate items with `,` and close the list with `]`")
        case "did not find expected key", "did not find expected '-' indicator":
            ("this line is indented unlike its neighbours", "give all entries of one map or list the same indentation")
        case "block sequence entries are not allowed in this context":
            ("a list item cannot begin here", "put each `- item` on a line of its own, below its key")
        case "mapping keys are not allowed in this context":
            ("a key cannot begin here", "put each `key: value` on a line of its own")
        case "did not find expected node content":
            ("a value is missing here", nil)
        case "found unknown escape character":
            ("this escape is not known", "write `\\\\` for a backslash, or use single quotes")
        case "found undefined tag handle":
            ("a tag", "specs have no tags: remove it; quote a value that must be text")
        case "did not find expected <document start>":
            ("text after the end of the spec", "a spec is one map: give every line its key")
        default:
            ("this is not YAML that can be read: \(problem)", nil)
        }
    }
}
