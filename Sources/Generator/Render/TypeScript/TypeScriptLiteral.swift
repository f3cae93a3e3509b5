/// Values of the spec as TypeScript spells them.
enum TypeScriptLiteral {
    /// A string literal. JSON's quoting is one of TypeScript's (ECMA-262, 12.9.4, since its 2019 edition).
    static func quoted(_ text: String) -> String { JSONLiteral.quoted(text) }

    /// A name as a property: plain where it is an identifier, else quoted.
    static func property(_ name: String) -> String {
        isIdentifier(name) ? name : quoted(name)
    }

    private static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
        }
    }
}
