/// A value of the spec and the place where it is written.
///
/// Two located values are equal when their values are: a place is no part of a meaning, so the short and the long form
/// of one thing compare equal after parsing.
package struct Located<Value> {
    package let value: Value
    package let span: Span

    package init(_ value: Value, at span: Span) {
        self.value = value
        self.span = span
    }

    /// Where a complaint about the value points.
    package var mark: Mark { span.start }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: span)
    }
}

extension Located: Sendable where Value: Sendable {}

extension Located: Equatable where Value: Equatable {
    package static func == (left: Located, right: Located) -> Bool {
        left.value == right.value
    }
}
