/// What a JSON value inside of one column must look like.
package indirect enum JSONShape: Sendable {
    case bool
    case text(TextRule)
    case integer(IntegerRule)
    case choice(ChoiceRule)
    case date
    case time
    case timestamp
    case object([Member])
    /// An object whose names are all in `keys`, none required. It is merged by key in a PUT too.
    case map(keys: [String], value: JSONShape)
    case list(of: JSONShape, maximum: Int)
    /// Any JSON whose numbers have at most 400 digits when written out.
    case any

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
