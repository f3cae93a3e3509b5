/// A place in the text of a spec, with the line that it is in, as findings show it.
package struct Place: Equatable, Sendable {
    package let start: Mark
    /// The place after the last character of what is meant, in the line of `start`; `start` itself where no more than a
    /// place is known.
    package let end: Mark
    /// The line, without its end.
    package let sourceLine: String

    /// The line and below it `^~~~` under what is meant; nothing for an empty line.
    var excerpt: [String] {
        guard !sourceLine.isEmpty else { return [] }
        let scalars = sourceLine.unicodeScalars
        let count = scalars.count
        let caret = min(start.column - 1, count)
        let first = max(0, min(caret - Self.width / 2, count - Self.width))
        let last = min(count, first + Self.width)
        var text = String.UnicodeScalarView()
        let begin = scalars.index(scalars.startIndex, offsetBy: first)
        for scalar in scalars[begin..<scalars.index(begin, offsetBy: last - first)] {
            text.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        let marked = max(1, min(end.column - start.column, last - caret))
        let line = String(repeating: " ", count: caret - first) + "^" + String(repeating: "~", count: marked - 1)
        return [String(text), line]
    }

    /// The most characters of a line that are shown.
    private static let width = 160
}
