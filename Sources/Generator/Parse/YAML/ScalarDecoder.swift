/// Decodes the text of one scalar as YAML does, and remembers where each character came from.
struct ScalarDecoder {
    typealias Placed = (scalar: Unicode.Scalar, mark: Mark)

    private let raw: [Placed]
    private var position = 0
    private var result: [Placed] = []

    init(_ raw: [Placed]) {
        self.raw = raw
    }

    /// The characters of the value; a block may have line ends more at its end.
    mutating func decoded() -> [Placed] {
        switch raw.first?.scalar {
        case "'": quoted(by: "'")
        case "\"": quoted(by: "\"")
        case "|": block(isFolded: false)
        case ">": block(isFolded: true)
        default: flow(until: nil)
        }
        return result
    }

    /// The place of what comes after so many characters.
    func end(after count: Int, of decoded: [Placed]) -> Mark {
        if decoded.indices.contains(count) { return decoded[count].mark }
        guard let last = decoded.last?.mark else { return raw.first?.mark ?? .start }
        return Mark(line: last.line, column: last.column + 1, offset: last.offset + 1)
    }

    // MARK: Plain and quoted

    private mutating func quoted(by quote: Unicode.Scalar) {
        position = 1
        flow(until: quote)
    }

    private mutating func flow(until quote: Unicode.Scalar?) {
        while let next = peek() {
            if next.scalar == quote {
                guard quote == "'", peek(1)?.scalar == "'" else { return }
                result.append(next)
                position += 2
            } else if next.scalar == "\\", quote == "\"" {
                escape()
            } else if next.scalar == "\n" || next.scalar == "\r" {
                fold()
            } else {
                result.append(next)
                position += 1
            }
        }
    }

    /// A line end is a space, and each empty line behind it a line end.
    private mutating func fold() {
        while let last = result.last, last.scalar == " ", isWritten(last) { result.removeLast() }
        let mark = raw[position].mark
        var breaks = 0
        while let next = peek(), [" ", "\n", "\r"].contains(next.scalar) {
            if next.scalar == "\n" { breaks += 1 }
            position += 1
        }
        if breaks == 1 { return result.append((" ", mark)) }
        for _ in 1..<max(breaks, 1) { result.append(("\n", mark)) }
    }

    /// Whether a character stands in the text as itself, and not as an escape.
    private func isWritten(_ placed: Placed) -> Bool {
        raw.first.map { raw[placed.mark.offset - $0.mark.offset].scalar == placed.scalar } ?? false
    }

    private mutating func escape() {
        let mark = raw[position].mark
        guard let letter = peek(1)?.scalar else { return position += 1 }
        position += 2
        if letter == "\n" || letter == "\r" {
            while let next = peek(), [" ", "\n"].contains(next.scalar) { position += 1 }
            return
        }
        if let width = ["x": 2, "u": 4, "U": 8][letter] {
            let digits = raw[position...].prefix(width)
            position += digits.count
            let code = UInt32(String(String.UnicodeScalarView(digits.map(\.scalar))), radix: 16)
            if let scalar = code.flatMap(Unicode.Scalar.init) { result.append((scalar, mark)) }
            return
        }
        result.append((Self.escapes[letter] ?? letter, mark))
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
        "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]

    // MARK: Blocks

    private mutating func block(isFolded: Bool) {
        while let next = peek(), next.scalar != "\n" { position += 1 }
        position += 1
        let lines = raw[min(position, raw.count)...].split(omittingEmptySubsequences: false) { $0.scalar == "\n" }
        guard let first = lines.first(where: { line in line.contains { $0.scalar != " " } }) else { return }
        let indent = first.prefix { $0.scalar == " " }.count
        for (index, line) in lines.enumerated() {
            let text = line.dropFirst(indent)
            result += text
            let next = index + 1 < lines.count ? lines[index + 1].dropFirst(indent) : []
            guard index + 1 < lines.count, let place = line.last?.mark ?? result.last?.mark else { continue }
            let isJoined = isFolded && !text.isEmpty && !next.isEmpty
            let isSwallowed = isFolded && !text.isEmpty && next.isEmpty && index + 2 < lines.count
            if !isSwallowed { result.append((isJoined ? " " : "\n", place)) }
        }
    }

    private func peek(_ ahead: Int = 0) -> Placed? {
        position + ahead < raw.count ? raw[position + ahead] : nil
    }
}
