/// The roles of the contract that hold for one request on one record: bit *i* stands for the *i*-th role of the spec.
///
/// Allow-lists are role sets too: access is granted when the two intersect, so an empty allow-list admits nobody.
package struct RoleSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Written out, as the operations of `FieldMask` are, since the standard library's is generic and not specialised in
    /// the generated module, where it would be most of what a decision costs.
    @inlinable
    package init(arrayLiteral elements: RoleSet...) {
        var rawValue: UInt32 = 0
        for element in elements { rawValue |= element.rawValue }
        self.rawValue = rawValue
    }

    /// Whether any role of `self` is in `allowed`.
    @inlinable
    package func intersects(_ allowed: RoleSet) -> Bool {
        rawValue & allowed.rawValue != 0
    }

    @inlinable
    package func union(_ other: RoleSet) -> RoleSet {
        RoleSet(rawValue: rawValue | other.rawValue)
    }
}
