extension Spec {
    /// What a value must be like beyond its type.
    package struct Rules: Equatable, Sendable {
        /// In characters as Postgres counts them: Unicode scalars.
        package var length: Located<LengthRange>?
        /// For `int` an integer, for `decimal` an integer or decimal, for `date` and `datetime` a string.
        package var minimum: Located<Literal>?
        package var maximum: Located<Literal>?
        /// As written; whether the linear-time matcher takes it is checked by whoever compiles it.
        package var pattern: Located<String>?
        /// Applied before every other rule, in this order.
        package var normalise: [Located<Normalisation>] = []
    }

    /// `check: ends_on >= starts_on`, or `{that: …, message: …}`: what must not be false of a record.
    package struct Condition: Equatable, Sendable {
        /// The field that it stands at, or its own name under the `check:` of a resource.
        package var name: Located<String>
        package var expression: Located<String>
        /// What people are told whose record breaks it.
        package var message: Located<String>?
        /// The field at which it is told; `nil` for the first that the expression names.
        package var place: Located<String>?
    }

    /// `1..100`, `..2000`, `3..`, or `5` for exactly five.
    package struct LengthRange: Equatable, Sendable {
        package var minimum: Int
        package var maximum: Int?

        /// Of a field that cannot be read whole: short enough for whatever else the field is used for.
        static let standIn = LengthRange(minimum: 0, maximum: 100)
    }

    package enum Normalisation: String, CaseIterable, Equatable, Sendable {
        case trim, lower, nfc
    }

    /// A value written in the spec.
    package enum Literal: Equatable, Sendable {
        case string(String)
        case integer(Int)
        /// The digits as written, since a `Double` would change them.
        case decimal(String)
        case bool(Bool)
        case list([Literal])
        case map([LiteralEntry])
    }

    package struct LiteralEntry: Equatable, Sendable {
        package var key: String
        package var value: Literal
    }

    /// `60s`, `5m`, `12h`, `30d`
    package struct TimeSpan: Equatable, Sendable {
        package var seconds: Int
    }
}
