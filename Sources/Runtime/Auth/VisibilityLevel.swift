/// One level of an owner's choice of who sees a field, and the roles that it lets in.
package struct VisibilityLevel: Sendable {
    package let name: StaticString
    /// The owner is always among them.
    package let admits: RoleSet

    package init(_ name: StaticString, admits: RoleSet) {
        self.name = name
        self.admits = admits
    }
}

extension Row {
    /// Whom the owner's choice in a text column lets in; the level at `standard` when there is none.
    ///
    /// A word that is no level (an older contract's, or a value that was there before us) lets in as few as the first,
    /// strictest level does.
    package func audience(_ column: Int, of levels: [VisibilityLevel], default standard: Int) -> RoleSet {
        let chosen: RoleSet? = withBytes(column) { word in
            for level in levels where level.name.withUTF8Buffer({ $0.elementsEqual(word) }) { return level.admits }
            return levels[0].admits
        }
        return chosen ?? levels[standard].admits
    }
}
