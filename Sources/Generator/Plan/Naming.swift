/// How names of the spec, `snake_case` words of ASCII, are spelled in Swift.
enum Naming {
    /// `display_name` → `displayName`
    static func member(_ name: String) -> String {
        let words = name.split(separator: "_")
        guard let first = words.first else { return name }
        return ([String(first)] + words.dropFirst().map(capitalised)).joined()
    }

    /// `user_profile` → `UserProfile`
    static func type(_ name: String) -> String {
        name.split(separator: "_").map(capitalised).joined()
    }

    /// A member where Swift would read a keyword: `default` → `` `default` ``.
    static func declared(_ name: String) -> String {
        let member = member(name)
        return keywords.contains(member) ? "`\(member)`" : member
    }

    private static func capitalised(_ word: Substring) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}

extension Contract.Resource {
    var typeName: String { Naming.type(name) }
}

extension Contract.Field {
    var member: String { Naming.declared(name) }
}
