extension Findings {
    /// Says in the words of this language where libyaml stopped.
    func report(_ fault: YAMLFault) {
        let surroundings = Surroundings(of: fault.mark, in: source)
        let (message, help) = fault.words(surroundings)
        let bracket = fault.isAboutBracket ? fault.contextMark : nil
        error(
            .syntax, at: fault.place, message, help: help,
            notes: bracket.map { [Related("it is in what begins here", at: $0)] } ?? [])
    }
}

/// What stands around the place where libyaml noticed a problem.
struct Surroundings {
    /// The character at the place; `nil` at the end of the line.
    let next: Unicode.Scalar?
    /// The last character before the place that is no space; `nil` when it is the first of the line.
    let previous: Unicode.Scalar?

    init(of mark: Mark, in source: SpecSource) {
        let scalars = source.line(mark.line).unicodeScalars
        let before = scalars.prefix(mark.column - 1)
        next = scalars.dropFirst(mark.column - 1).first
        previous = before.last { $0 != " " }
    }
}

extension YAMLFault {
    /// An unclosed quote and a key without a colon are shown where they begin; the parser notices later.
    fileprivate var place: Mark {
        switch problem {
        case "found unexpected end of stream", "could not find expected ':'": contextMark ?? mark
        default: mark
        }
    }

    fileprivate var isAboutBracket: Bool {
        problem == "did not find expected ',' or '}'" || problem == "did not find expected ',' or ']'"
    }

    /// libyaml's problems (scanner.c, parser.c) in words for those who write a spec.
    fileprivate func words(_ place: Surroundings) -> (message: String, help: String?) {
        switch problem {
        case "mapping values are not allowed in this context":
            ("a `:` that belongs to no key", "put the key on a line of its own, or quote a text with `: ` in it")
        case "could not find expected ':'":
            ("a key without `:`", "write `key: value`; a text of several lines begins with `|` after its key")
        case "found character that cannot start any token":
            ("text cannot begin with this character", "put the text in quotes")
        case "found unexpected end of stream":
            ("a quote that is not closed", "close it, or leave it out")
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            bracket(place)
        case "did not find expected key", "did not find expected '-' indicator":
            indentation(place)
        case "block sequence entries are not allowed in this context":
            ("a list item cannot begin here", "put each `- item` on a line of its own, below its key")
        case "mapping keys are not allowed in this context":
            ("a key cannot begin here", "put each `key: value` on a line of its own")
        case "did not find expected node content":
            ("a value is missing here", "write one; a text that begins with `}`, `]` or `,` needs quotes")
        case "found unknown escape character":
            ("this escape is not known", "write `\\\\` for a backslash, or use single quotes")
        case "found undefined tag handle":
            ("a tag", "specs have no tags: remove it; quote a value that must be text")
        case "did not find expected <document start>":
            ("text after the end of the spec", "a spec is one map: give every line its key")
        default:
            ("this is not YAML that can be read: \(problem)", "put texts with special characters into quotes")
        }
    }

    private func bracket(_ place: Surroundings) -> (message: String, help: String?) {
        let isMap = problem.hasSuffix("'}'")
        if let previous = place.previous, let next = place.next, "]}\"'".unicodeScalars.contains(previous),
            next != ":", !"}]".unicodeScalars.contains(next)
        {
            return ("text after the end of a value", Self.quoting)
        }
        if let next = place.next, "[{".unicodeScalars.contains(next) {
            return ("a bracket inside of a text without quotes", Self.quoting)
        }
        return isMap
            ? ("a `}` or `,` is missing", "separate entries with `,` and close the map with `}`")
            : ("a `]` or `,` is missing", "separate items with `,` and close the list with `]`")
    }

    private func indentation(_ place: Surroundings) -> (message: String, help: String?) {
        guard let next = place.next, place.previous != nil else {
            return (
                "this line is indented unlike its neighbours",
                "give all entries of one map or list the same indentation"
            )
        }
        return "}]".unicodeScalars.contains(next)
            ? ("a `\(next)` that closes nothing", "remove it") : ("text after the end of a value", Self.quoting)
    }

    private static let quoting =
        "put the whole of a text with brackets, commas or quotes in it between single quotes: '^[a-z]{2}$'"
}
