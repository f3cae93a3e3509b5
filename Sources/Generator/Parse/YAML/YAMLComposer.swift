/// Builds the tree of a spec from the parser's events, and refuses what YAML has and specs have not.
///
/// A structural fault ends the run, since what follows would be guessed; an anchor, a tag or a repeated key is reported
/// and the rest is still read.
struct YAMLComposer {
    static let maximumDepth = 32
    static let maximumNodes = 50_000

    /// Thrown after the finding has been made.
    struct Stopped: Error {}

    private let events: YAMLEventReader
    private let findings: Findings
    private var nodes = 0

    /// The root of the only document; `nil` when there is none or it could not be read to its end.
    static func compose(_ source: SpecSource, _ findings: Findings) -> YAMLNode? {
        guard TextScreen(source: source, findings: findings).passes() else { return nil }
        do {
            var composer = Self(events: try YAMLEventReader(source.bytes), findings: findings)
            return try composer.document()
        } catch let fault as YAMLFault {
            findings.report(fault)
        } catch {
            // `Stopped`: the finding is made.
        }
        return nil
    }

    private init(events: YAMLEventReader, findings: Findings) {
        self.events = events
        self.findings = findings
    }

    private mutating func document() throws -> YAMLNode {
        _ = try events.next()  // the start of the stream
        let start = try events.next()
        guard case .documentStart(let hasDirectives) = start.kind else {
            throw stop(.emptySpec, at: .start, "the spec is empty", help: "begin with `spec: 1`")
        }
        if hasDirectives {
            findings.error(
                .directive, at: start.span.start, "a YAML directive",
                help: "leave out the lines that begin with `%`; specs have one fixed syntax")
        }
        let root = try node(try events.next(), depth: 1)
        if case .scalar("", isPlain: true) = root.content {
            throw stop(.emptySpec, at: root.mark, "the spec is empty", help: "begin with `spec: 1`")
        }
        _ = try events.next()  // the end of the document
        let next = try events.next()
        if case .documentStart = next.kind {
            throw stop(
                .secondDocument, at: next.span.start, "a second document",
                help: "a spec is one document: remove the `---` and what follows")
        }
        return root
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws -> YAMLNode {
        nodes += 1
        guard nodes <= Self.maximumNodes else {
            throw stop(
                .tooManyNodes, at: event.span.start, "more than \(Self.maximumNodes) values in one spec",
                help: "make a second API of a part")
        }
        guard depth <= Self.maximumDepth else {
            throw stop(
                .tooDeep, at: event.span.start, "nested deeper than \(Self.maximumDepth) levels",
                help: "nothing in a spec is so deep; is a bracket not closed?")
        }
        refuseProperties(of: event)
        switch event.kind {
        case .scalar(let text, let isPlain):
            findings.remember(event.span)
            return YAMLNode(content: .scalar(text, isPlain: isPlain), span: event.span)
        case .sequenceStart:
            return try sequence(from: event, depth: depth)
        case .mappingStart:
            return try mapping(from: event, depth: depth)
        case .alias(let name):
            throw stop(
                .anchor, at: event.span.start, "the alias `*\(name)`",
                help: "specs have no anchors and aliases: write the value out")
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
            // libyaml closes what it opened, so no such event stands where a value must.
            throw stop(.syntax, at: event.span.start, "a value is missing here")
        }
    }

    private mutating func sequence(from start: YAMLEvent, depth: Int) throws -> YAMLNode {
        var items: [YAMLNode] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event.kind {
                return YAMLNode(content: .sequence(items), span: Span(start.span.start, event.span.end))
            }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(from start: YAMLEvent, depth: Int) throws -> YAMLNode {
        var entries: [YAMLNode.Entry] = []
        var places: [ExactText: Mark] = [:]
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind {
                return YAMLNode(content: .mapping(entries), span: Span(start.span.start, event.span.end))
            }
            let key = try key(event)
            let value = try node(try events.next(), depth: depth + 1)
            findings.remember(key.span, of: value.span)
            let text = ExactText(text: key.value)
            if let first = places[text] {
                findings.error(
                    .duplicateKey, at: key.mark, "the key `\(key.value)` is here twice",
                    help: "keep one of them", notes: [Related("it was first written here", at: first)])
            } else {
                places[text] = key.mark
                entries.append(YAMLNode.Entry(key: key, value: value))
            }
        }
    }

    private func key(_ event: YAMLEvent) throws -> Located<String> {
        refuseProperties(of: event)
        findings.remember(event.span)
        switch event.kind {
        case .scalar("<<", isPlain: true):
            throw stop(
                .mergeKey, at: event.span.start, "the merge key `<<`",
                help: "specs have no merge keys: write the keys out")
        case .scalar(let text, _):
            return Located(text, at: event.span)
        case .alias(let name):
            throw stop(
                .anchor, at: event.span.start, "the alias `*\(name)`",
                help: "specs have no anchors and aliases: write the value out")
        default:
            throw stop(
                .complexKey, at: event.span.start, "a key must be a word, not a map or a list",
                help: "put quotes around a text that begins with `{` or `[`, or write one word before the `:`")
        }
    }

    private func refuseProperties(of event: YAMLEvent) {
        if let anchor = event.anchor {
            findings.error(
                .anchor, at: event.span.start, "the anchor `&\(anchor)`",
                help: "specs have no anchors and aliases: remove it, and write the value out where it is needed")
        }
        if let tag = event.tag {
            findings.error(
                .tag, at: event.span.start, "the tag `\(tag)`",
                help: "specs have no tags: remove it; quote a value that must be text")
        }
    }

    private func stop(_ code: DiagnosticCode, at mark: Mark, _ message: String, help: String? = nil) -> Stopped {
        findings.error(code, at: mark, message, help: help)
        return Stopped()
    }
}

/// A text that is the same as another when their bytes are: to `String`, two ways to write an accent are one.
private struct ExactText: Hashable {
    var text: String

    static func == (left: Self, right: Self) -> Bool {
        // What is another text to `String` has other bytes, too.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
