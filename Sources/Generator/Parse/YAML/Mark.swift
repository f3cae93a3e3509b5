/// A place in the spec's text, as editors and compilers count: the first character is line 1, column 1.
///
/// Columns and offsets count Unicode scalars, not bytes; a character outside ASCII is one column.
package struct Mark: Equatable, Comparable, Sendable {
    package let line: Int
    package let column: Int
    /// Scalars before this place, from the start of the text.
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
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
