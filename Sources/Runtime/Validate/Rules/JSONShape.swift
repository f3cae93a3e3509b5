/// What a JSON value inside of one column must look like.
package indirect enum JSONShape: Sendable {
    case bool
    case text(TextRule)
    case integer(IntegerRule)
    case choice(ChoiceRule)
    case date
    case time
    case timestamp
    case decimal(DecimalRule)
    case uuid
    case duration(DurationRule)
    case object([Member])
    /// An object whose names are all in `keys`, none required. It is merged by key in a PUT too.
    case map(keys: [String], value: JSONShape)
    /// In a set no item stands twice; the order is kept.
    case list(of: JSONShape, minimum: Int = 0, maximum: Int, isSet: Bool = false)
    /// An object with any keys that are admitted. In a PATCH it is merged by key.
    case entries(keys: KeyRule, value: JSONShape, minimum: Int = 0, maximum: Int)
    /// Any JSON whose numbers have at most 400 digits when written out.
    case any

    /// Which keys there may be.
    package enum KeyRule: Sendable {
        case words([String])
        /// At most 100 code points that match.
        case pattern(LinearPattern)

        func admits(_ key: String) -> Bool {
            switch self {
            case .words(let words): words.contains { $0.utf8.elementsEqual(key.utf8) }
            case .pattern(let pattern): key.unicodeScalars.count <= 100 && pattern.matches(key)
            }
        }
    }

    /// A named part of an object. No name stands twice.
    package struct Member: Sendable {
        package let name: String
        package let shape: JSONShape
        package let required: Bool

        package init(_ name: String, _ shape: JSONShape, required: Bool = false) {
            self.name = name
            self.shape = shape
            self.required = required
        }
    }
}
