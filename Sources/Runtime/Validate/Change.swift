/// What a body says about one field: nothing, `null`, or a value. The three are never mixed up (RFC 7396).
package enum Change<Value: Sendable>: Sendable {
    case absent
    case null
    case value(Value)

    /// The value, when the body says one.
    package var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the body names the field at all.
    package var isPresent: Bool {
        if case .absent = self { false } else { true }
    }
}

extension Change: Equatable where Value: Equatable {}
