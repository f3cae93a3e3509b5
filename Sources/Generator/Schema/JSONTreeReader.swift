/// Reads JSON text (RFC 8259) of our own making back: strict, bounded in depth, with the place of a mistake.
struct JSONTreeReader {
    struct Fault: Error, Equatable, CustomStringConvertible {
        let line: Int
        let description: String
    }

    private let bytes: [UInt8]
    private var place = 0

    static func read(_ text: String) throws(Fault) -> JSONTree {
        var reader = JSONTreeReader(bytes: Array(text.utf8))
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == reader.bytes.count else { throw reader.fault("more text after the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func fault(_ words: String) -> Fault {
        Fault(line: 1 + bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") }, description: words)
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONTree {
        guard depth < 32 else { throw fault("nested too deeply") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    private mutating func object(_ depth: Int) throws(Fault) -> JSONTree {
        place += 1
        var members: [(String, JSONTree)] = []
        if takes("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected") }
            let name = try string()
            guard !members.contains(where: { $0.0 == name }) else { throw fault("`\(name)` stands twice") }
            guard takes(":") else { throw fault("a colon is expected") }
            members.append((name, try value(depth: depth + 1)))
        } while takes(",")
        guard takes("}") else { throw fault("a comma or `}` is expected") }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(Fault) -> JSONTree {
        place += 1
        var items: [JSONTree] = []
        if takes("]") { return .array(items) }
        repeat { items.append(try value(depth: depth + 1)) } while takes(",")
        guard takes("]") else { throw fault("a comma or `]` is expected") }
        return .array(items)
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() throws(Fault) -> JSONTree {
        let start = place
        while let byte = next, !Array(",]} \n\r\t".utf8).contains(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default:
            guard let number = Int(word) else { throw fault("`\(word)` is no value that belongs here") }
            return .integer(number)
        }
    }

    private mutating func string() throws(Fault) -> String {
        place += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("a line ends within quotes") }
            place += 1
            if byte == UInt8(ascii: "\\") { text += try escape() } else { text.append(byte) }
        }
        guard next != nil else { throw fault("quotes that are not closed") }
        place += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Only what `JSONLiteral` writes; a surrogate is none of it.
    private mutating func escape() throws(Fault) -> [UInt8] {
        guard let byte = next else { throw fault("quotes that are not closed") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "u"):
            let end = min(place + 4, bytes.count)
            guard let code = UInt32(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code), end == place + 4
            else { throw fault("an escape that is none") }
            place = end
            return Array(String(Character(scalar)).utf8)
        default: throw fault("an escape that is none")
        }
    }
}
