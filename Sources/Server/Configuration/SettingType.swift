/// How a value is written in a setting, and which values are taken.
struct SettingType<Value: Sendable>: Sendable {
    /// What the setting takes, as it stands in messages and in the docs: `a whole number from 0 to 65535`.
    let takes: String
    let parse: @Sendable (_ text: String) throws(SettingRefusal) -> Value
    /// The value as it would be written. A secret is masked.
    let spell: @Sendable (Value) -> String
}

extension SettingType {
    /// A setting that may be absent.
    func optional() -> SettingType<Value?> {
        SettingType<Value?>(
            takes: takes, parse: { text throws(SettingRefusal) in try parse(text) },
            spell: { $0.map(spell) ?? "not set" })
    }
}

extension SettingType where Value: RawRepresentable<String> & CaseIterable {
    /// One of the words of an enumeration.
    static var word: Self {
        let words = Value.allCases.map(\.rawValue)
        return SettingType(
            takes: words.map { "`\($0)`" }.joined(separator: ", "),
            parse: { text throws(SettingRefusal) in
                guard let value = Value(rawValue: text) else { throw SettingRefusal("\(text.shown) is none of these") }
                return value
            }, spell: { "\($0.rawValue)" })
    }
}

extension SettingType<Bool> {
    static let toggle = SettingType(
        takes: "`on`, `off`",
        parse: { text throws(SettingRefusal) in
            switch text {
            case "on": return true
            case "off": return false
            default: throw SettingRefusal("\(text.shown) is neither")
            }
        }, spell: { $0 ? "on" : "off" })
}

extension SettingType<String> {
    /// Text of one line.
    static func text(_ what: String, longest: Int = 1024) -> Self {
        SettingType(
            takes: "\(what) of at most \(longest) bytes",
            parse: { text throws(SettingRefusal) in
                guard text.utf8.count <= longest else { throw SettingRefusal("it has \(text.utf8.count) bytes") }
                guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                    throw SettingRefusal("\(text.shown) has a control character")
                }
                return text
            }, spell: { $0 })
    }
}

extension SettingType<[String]> {
    /// Words with commas between them; white space around them is not theirs.
    static let words = SettingType(
        takes: "words with commas between them",
        parse: { text throws(SettingRefusal) in
            let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
                String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }
            guard words.allSatisfy({ !$0.isEmpty }) else { throw SettingRefusal("\(text.shown) has an empty word") }
            return words
        }, spell: { $0.joined(separator: ",") })
}
