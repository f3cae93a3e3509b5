/// `true` or `false`.
package struct BoolRule: Sendable {
    package let nullable: Bool

    package init(nullable: Bool = false) {
        self.nullable = nullable
    }
}
