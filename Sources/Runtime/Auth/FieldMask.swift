/// A set of fields of one resource: bit *i* stands for the *i*-th field of the contract.
///
/// The same mask rules what is written to JSON, what a body may set, and what may be filtered and sorted by.
/// A resource has at most 64 fields; the checker refuses more.
package struct FieldMask: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    @inlinable
    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The mask of the one field at `index` (0…63) of the contract.
    @inlinable
    package init(field index: Int) {
        precondition(index >= 0 && index < 64, "a resource has at most 64 fields")
        self.rawValue = 1 << UInt64(index)
    }
}

// Written out, since the standard library's are generic and not specialised in the generated module, which asks for each
// field of each record.
extension FieldMask {
    @inlinable
    package init(arrayLiteral elements: FieldMask...) {
        var rawValue: UInt64 = 0
        for element in elements { rawValue |= element.rawValue }
        self.init(rawValue: rawValue)
    }

    @inlinable
    package func contains(_ member: FieldMask) -> Bool {
        rawValue & member.rawValue == member.rawValue
    }

    @inlinable
    package func isSuperset(of other: FieldMask) -> Bool {
        contains(other)
    }

    @inlinable
    package func union(_ other: FieldMask) -> FieldMask {
        FieldMask(rawValue: rawValue | other.rawValue)
    }

    @inlinable
    package mutating func formUnion(_ other: FieldMask) {
        self = union(other)
    }

    @inlinable
    package func intersection(_ other: FieldMask) -> FieldMask {
        FieldMask(rawValue: rawValue & other.rawValue)
    }

    @inlinable
    package func subtracting(_ other: FieldMask) -> FieldMask {
        FieldMask(rawValue: rawValue & ~other.rawValue)
    }
}
