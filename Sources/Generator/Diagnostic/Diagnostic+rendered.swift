extension Diagnostic {
    /// The finding as compilers print it, which editors and `swift build` understand, without a newline at the end:
    /// ```
    /// spec/users.yaml:12:7: error: unknown key `lenght` [SPEC200]
    ///       lenght: 1..100
    ///       ^
    /// help: did you mean `length`?
    /// ```
    package var rendered: String {
        var lines = ["\(path):\(line):\(column): \(severity.rawValue): \(message) [\(code)]"]
        if !sourceLine.isEmpty {
            let (text, caret) = excerpt
            lines.append(text)
            lines.append(String(repeating: " ", count: caret) + "^")
        }
        if let help { lines.append("help: \(help)") }
        return lines.joined(separator: "\n")
    }

    /// The part of the line around the mark, at most `Self.excerptWidth` scalars of it, and the place of the caret.
    private var excerpt: (text: String, caret: Int) {
        let scalars = sourceLine.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        let place = min(column - 1, scalars.count)
        let start = scalars.count <= Self.excerptWidth ? 0 : max(0, place - Self.excerptWidth / 2)
        let end = min(scalars.count, start + Self.excerptWidth)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        return (String(text), place - start)
    }

    private static let excerptWidth = 160
}
