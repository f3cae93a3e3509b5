/// One event of the YAML parser, its bytes copied out.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd
        case documentStart(hasDirectives: Bool)
        case documentEnd
        case alias(String)
        case scalar(String, isPlain: Bool)
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
    }

    let kind: Kind
    let span: Span
    /// `&name` and `!tag` in front of a node, which the language does not have.
    let anchor: String?
    let tag: String?
}

/// Why the YAML parser stopped, in its own words.
struct YAMLFault: Error {
    let problem: String
    let mark: Mark
    /// Where the construct began in which the parser met the problem.
    let contextMark: Mark?
}
