/// A place in the spec's text, as editors and compilers count: the first character is line 1, column 1.
///
/// Columns and offsets count Unicode scalars, not bytes; a character outside ASCII is one column.
package struct Mark: Equatable, Comparable, Sendable {
    package var line: Int { Int(storedLine) }
    package var column: Int { Int(storedColumn) }
    /// Scalars before this place, from the start of the text.
    package var offset: Int { Int(storedOffset) }

    // Half as large as three `Int`: a spec is mostly places, and it is copied field by field. A text has at most 1 MiB, and
    // what comes from elsewhere is cut off.
    private let storedLine: Int32
    private let storedColumn: Int32
    private let storedOffset: Int32

    package init(line: Int, column: Int, offset: Int) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
        storedOffset = Int32(clamping: offset)
    }

    /// The start of a text.
    package static let start = Mark(line: 1, column: 1, offset: 0)

    package static func < (left: Mark, right: Mark) -> Bool {
        left.offset < right.offset
    }
}

/// The part of the text between two marks; `end` is the place after the last character.
package struct Span: Equatable, Sendable {
    package let start: Mark
    package let end: Mark

    package init(_ start: Mark, _ end: Mark) {
        self.start = start
        self.end = end
    }
}
