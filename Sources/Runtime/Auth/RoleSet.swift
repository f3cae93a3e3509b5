/// The roles of the contract that hold for one request on one record: bit *i* stands for the *i*-th role of the spec.
///
/// Allow-lists are role sets too: access is granted when the two intersect, so an empty allow-list admits nobody.
package struct RoleSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Whether any role of `self` is in `allowed`.
    package func intersects(_ allowed: RoleSet) -> Bool {
        rawValue & allowed.rawValue != 0
    }
}
