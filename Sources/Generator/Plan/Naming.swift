/// How names of the spec, `snake_case` words of ASCII, are spelled in Swift.
enum Naming {
    /// `display_name` → `displayName`
    static func member(_ name: String) -> String {
        let member = joined(name, capitalised: false)
        return member.isEmpty ? name : member
    }

    /// `user_profile` → `UserProfile`
    static func type(_ name: String) -> String { joined(name, capitalised: true) }

    /// The words of a name without what parts them, each but maybe the first with a capital.
    ///
    /// By bytes: builds run this without optimisation, and outputs name each field dozens of times.
    private static func joined(_ name: String, capitalised: Bool) -> String {
        var name = name
        return name.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { joined in
                guard let start = bytes.baseAddress, let target = joined.baseAddress else { return 0 }
                var (place, length, isFirst) = (0, 0, capitalised)
                while place < bytes.count {
                    let byte = start[place]
                    place += 1
                    guard byte != 0x5F else {
                        isFirst = length > 0 || capitalised
                        continue
                    }
                    target[length] = isFirst && byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
                    length += 1
                    isFirst = false
                }
                return length
            }
        }
    }

    /// A member where Swift would read a keyword: `default` → `` `default` ``.
    static func declared(_ name: String) -> String {
        let member = member(name)
        return keywords.contains(member) ? "`\(member)`" : member
    }

    /// The name of a parameter of that member, which needs no backticks.
    static func unquoted(_ declared: String) -> String { declared.split(separator: "`").joined() }

    /// The type that an enum field makes inside of its resource's: `Status`, or `TypeChoice` where the plain name is taken.
    static func choice(_ name: String) -> String {
        let type = type(name)
        return SwiftWords.spelled.contains(type) ? type + "Choice" : type
    }

    /// A value of an enum as a case. What is no identifier stands in backticks (SE-0451): `` `in-progress` ``.
    static func choiceCase(_ word: String) -> String {
        let member = isIdentifier(word) ? member(word) : word
        return keywords.contains(member) || !isIdentifier(member) ? "`\(member)`" : member
    }

    private static func isIdentifier(_ word: String) -> Bool {
        guard let first = word.utf8.first, !(0x30...0x39).contains(first), word != "_" else { return false }
        return word.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
        }
    }

    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while", "Any", "Protocol", "Self", "Type",
    ]
}

extension Contract.Resource {
    var typeName: String { Naming.type(name) }
}

extension Contract.Field {
    var member: String { Naming.declared(name) }
}
