/// What kinds of values meet in expressions: the types of fields, without their rules.
package enum ExpressionType: Equatable, Sendable {
    case bool
    case integer
    case decimal
    case text
    /// A word of an enum.
    case choice([String])
    case uuid
    case date
    case time
    /// A date and time, UTC.
    case instant
    /// An exact length of time.
    case duration
    /// A list or a set, of which an expression knows how many items there are.
    case items

    /// `nil` for values that expressions can't look into.
    package init?(_ type: Spec.FieldType) {
        switch type {
        case .bool: self = .bool
        case .int, .serial: self = .integer
        case .decimal: self = .decimal
        case .string, .text, .slug, .email, .phone, .url, .country, .language, .timezone: self = .text
        case .enumeration(let enumeration): self = .choice(enumeration.values.map(\.value))
        case .uuid: self = .uuid
        case .date: self = .date
        case .time: self = .time
        case .datetime: self = .instant
        case .duration: self = .duration
        case .list: self = .items
        case .json, .map, .entries: return nil
        }
    }

    /// The type in words for a message.
    var words: String {
        switch self {
        case .bool: "true or false"
        case .integer: "a whole number"
        case .decimal: "a decimal"
        case .text: "a text"
        case .choice: "a word of an enum"
        case .uuid: "a UUID"
        case .date: "a date"
        case .time: "a time of day"
        case .instant: "a date and time"
        case .duration: "a duration"
        case .items: "a list"
        }
    }

    var isNumber: Bool { self == .integer || self == .decimal }

    /// Whether values are kept as text, and are equal when their bytes are.
    var isText: Bool {
        switch self {
        case .text, .choice: true
        default: false
        }
    }

    /// Whether `<` and the like have a meaning. Texts are ordered differently by each language and each database.
    var isOrdered: Bool {
        switch self {
        case .integer, .decimal, .date, .time, .instant, .duration: true
        case .bool, .text, .choice, .uuid, .items: false
        }
    }

    func isComparable(with other: ExpressionType) -> Bool {
        isNumber && other.isNumber || isText && other.isText || self == other && self != .items
    }
}
