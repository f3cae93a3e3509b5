/// A set of fields of one resource: bit *i* stands for the *i*-th field of the contract.
///
/// The same mask rules what is written to JSON, what a body may set, and what may be filtered and sorted by.
/// A resource has at most 64 fields; the checker refuses more.
package struct FieldMask: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The mask of the one field at `index` (0…63) of the contract.
    package init(field index: Int) {
        precondition(index >= 0 && index < 64, "a resource has at most 64 fields")
        self.rawValue = 1 << UInt64(index)
    }
}
