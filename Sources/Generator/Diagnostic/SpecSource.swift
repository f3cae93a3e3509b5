/// The text of a spec and the path under which people know it.
package struct SpecSource: Sendable {
    /// Relative to the package: `spec/users.yaml`. Shown in findings, never opened.
    package let path: String
    package let bytes: [UInt8]
    /// Where each line starts in `bytes`.
    private let lineStarts: [Int]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = Self.lineStarts(bytes)
    }

    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            var starts = [0]
            guard let start = bytes.baseAddress else { return starts }
            while let end = ByteSearch.first(0x0A, in: start, from: starts[starts.count - 1], count: bytes.count) {
                starts.append(end + 1)
            }
            return starts
        }
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a line, counted from 1, without its end. Bytes that are not UTF-8 become U+FFFD.
    package func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The text from the start of a span to the end of its last line; no more, since a text has thousands of spans.
    func text(of span: Span) -> String {
        guard span.start.line >= 1, span.start.line <= lineStarts.count else { return "" }
        let end = span.end.line < lineStarts.count ? lineStarts[max(span.end.line, span.start.line)] : bytes.count
        let text = String(decoding: bytes[lineStarts[span.start.line - 1]..<end], as: UTF8.self)
        return String(text.unicodeScalars.dropFirst(span.start.column - 1))
    }

    /// The mark itself, or the end of the text for one behind it: libyaml counts a line more when the last has no end.
    package func within(_ mark: Mark) -> Mark {
        mark.line <= lineStarts.count ? mark : self.mark(ofByte: bytes.count)
    }

    /// The mark of a byte. Everything before it must be UTF-8.
    package func mark(ofByte index: Int) -> Mark {
        let line = lineStarts.lastIndex { $0 <= index } ?? 0
        let column = String(decoding: bytes[lineStarts[line]..<index], as: UTF8.self).unicodeScalars.count
        let offset = String(decoding: bytes[..<index], as: UTF8.self).unicodeScalars.count
        return Mark(line: line + 1, column: column + 1, offset: offset)
    }
}
