@testable import Generator

extension Contract.FieldType {
    /// Whether it is one of the types by their words in the contract, without what is inside.
    func `is`(_ words: String...) -> Bool { words.contains(String("\(self)".prefix { $0 != "(" })) }

    /// Whether it is told by a text.
    var isText: Bool { `is`("text", "choice", "date", "time", "datetime", "uuid", "duration") }

    /// Whether a text somewhere in it is stored otherwise than it came.
    var isNormalised: Bool {
        switch self {
        case .text(let rules): rules.trim || rules.lower || rules.nfc
        case .list(let item, _, _, _): item.isNormalised
        case .entries(_, let value, _, _): value.isNormalised
        case .json(let properties), .section(let properties): properties.contains { $0.type.isNormalised }
        default: false
        }
    }
}
