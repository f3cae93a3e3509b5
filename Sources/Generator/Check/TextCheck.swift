/// Texts that come out of the spec again hold no control characters. In double quotes YAML can write any; in Postgres, in
/// JSON and in the comments of generated code they are refused, unseen, or the end of a line.
struct TextCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for role in spec.roles {
            if case .claim(let word) = role.kind { line(word, "the word in the token's roles", findings) }
        }
        line(spec.identity.claim, "the claim", findings)
        for resource in spec.resources {
            prose(resource.description, findings)
            for label in resource.fields.compactMap(\.label) { characters(label, "a label", allowing: [], findings) }
        }
        for problem in spec.resources.flatMap(\.problems) + spec.operations.flatMap(\.problems) {
            characters(problem.title, "a title", allowing: [], findings)
        }
        for value in spec.typedValues {
            prose(value.description, findings)
            if let pattern = value.rules.pattern { characters(pattern, "a pattern", allowing: [], findings) }
        }
    }

    private func line(_ text: Located<String>, _ what: String, _ findings: Findings) {
        if text.value.isEmpty {
            return findings.error(.malformedValue, at: text.mark, "\(what) is empty", help: "write the word")
        }
        if text.value.utf8.count > Self.longestWord {
            return findings.error(
                .malformedValue, at: text.mark, "\(what) is longer than \(Self.longestWord) bytes", help: "shorten it")
        }
        characters(text, what, allowing: [], findings)
    }

    private func prose(_ text: Located<String>?, _ findings: Findings) {
        if let text { characters(text, "a description", allowing: ["\n"], findings) }
    }

    private func characters(
        _ text: Located<String>, _ what: String, allowing allowed: Set<Unicode.Scalar>, _ findings: Findings
    ) {
        guard let control = Self.control(in: text.value, allowing: allowed) else { return }
        findings.error(
            .malformedValue, at: text.mark,
            "\(what) holds the control character U+\(String(control.value, radix: 16, uppercase: true))",
            help: "remove it")
    }

    /// The first control character, or character that ends a line.
    static func control(in text: String, allowing allowed: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: !allowed.contains(scalar)
            default: false
            }
        }
    }

    private static let longestWord = 200
}
