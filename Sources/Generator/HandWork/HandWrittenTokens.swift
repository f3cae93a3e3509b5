/// The words and signs of a Swift file, without its comments and the texts of its literals: enough to see which hooks somebody
/// wrote. The compiler reads the rest.
struct HandWrittenTokens {
    struct Token: Equatable {
        let text: String
        /// The byte of the file at which it begins.
        let offset: Int
    }

    let tokens: [Token]

    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes)
        self.tokens = reader.tokens()
    }
}

private struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func tokens() -> [HandWrittenTokens.Token] {
        var found: [HandWrittenTokens.Token] = []
        while place < bytes.count {
            if skipComment() || skipLiteral() { continue }
            let start = place
            place += 1
            if isWord(bytes[start]) {
                while place < bytes.count, isWord(bytes[place]) { place += 1 }
            } else if bytes[start] <= 0x20 {
                continue
            }
            found.append(.init(text: String(decoding: bytes[start..<place], as: UTF8.self), offset: start))
        }
        return found
    }

    private func isWord(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private func starts(_ text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[place..<place + count].elementsEqual($0) }
    }

    /// A comment to the end of its line, or one that holds others and ends with the outermost.
    private mutating func skipComment() -> Bool {
        if starts("//", at: place) {
            while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            return true
        }
        guard starts("/*", at: place) else { return false }
        var depth = 0
        repeat {
            if starts("/*", at: place) {
                depth += 1
                place += 2
            } else if starts("*/", at: place) {
                depth -= 1
                place += 2
            } else {
                place += 1
            }
        } while depth > 0 && place < bytes.count
        return true
    }

    /// `"…"`, `"""…"""` and both between `#`s. What is interpolated is skipped with it.
    private mutating func skipLiteral() -> Bool {
        var hashes = 0
        while place + hashes < bytes.count, bytes[place + hashes] == 0x23 { hashes += 1 }
        let quote = place + hashes
        guard quote < bytes.count, bytes[quote] == 0x22 else { return false }
        let isLong = starts("\"\"\"", at: quote)
        place = quote + (isLong ? 3 : 1)
        while place < bytes.count {
            if hashes == 0, bytes[place] == 0x5C {
                place += 2
            } else if !isLong, bytes[place] == 0x0A {
                // Not closed: an error for the compiler.
                return true
            } else if bytes[place] == 0x22, !isLong || starts("\"\"\"", at: place) {
                let end = place + (isLong ? 3 : 1)
                place = end
                guard end + hashes <= bytes.count, bytes[end..<end + hashes].allSatisfy({ $0 == 0x23 }) else {
                    continue
                }
                place = end + hashes
                return true
            } else {
                place += 1
            }
        }
        return true
    }
}
