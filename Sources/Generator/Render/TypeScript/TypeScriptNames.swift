/// The names of types in one client: each is given out once.
struct TypeScriptNames {
    private var taken: Set<String>

    /// Names that the client's own text declares or reads from the language are taken from the start.
    init() {
        taken = Set(Self.language)
        taken.formUnion(Self.declared(in: ClientText.all()))
    }

    /// The wanted name, or where it is taken the name with `suffix`, and a number when that is taken too.
    mutating func claim(_ wanted: String, orWith suffix: String) -> String {
        if taken.insert(wanted).inserted { return wanted }
        var name = wanted + suffix
        var number = 2
        while !taken.insert(name).inserted {
            name = wanted + suffix + String(number)
            number += 1
        }
        return name
    }

    /// Types of the standard library that the client's text uses, and would not find behind a type of that name.
    private static let language = [
        "AbortSignal", "Array", "AsyncGenerator", "AsyncIterable", "BodyInit", "Boolean", "Date", "Error", "Exclude",
        "Extract", "Headers", "JSON", "Number", "Object", "Partial", "Promise", "Readonly", "ReadonlyArray", "Record",
        "Request", "RequestInit", "Required", "Response", "String", "Symbol", "URL", "URLSearchParams",
    ]

    /// What stands behind `class`, `interface`, `type` and `function` at the start of a line.
    private static func declared(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ")[...]
            while let word = words.first, ["export", "async"].contains(word) { words.removeFirst() }
            guard let kind = words.first, ["class", "interface", "type", "function", "const"].contains(kind) else {
                return nil
            }
            return words.dropFirst().first.map { String($0.prefix { $0.isLetter || $0.isNumber }) }
        }
    }
}
