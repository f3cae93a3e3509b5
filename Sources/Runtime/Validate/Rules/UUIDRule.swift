/// A UUID in its usual text (RFC 9562 section 4), in either case.
package struct UUIDRule: Sendable {
    package let nullable: Bool

    package init(nullable: Bool = false) {
        self.nullable = nullable
    }
}

extension UUIDRule {
    func check(_ text: String) throws(Finding) -> RecordID {
        guard let id = RecordID(text) else { throw Finding(.invalidUUID, "must be a UUID") }
        return id
    }
}
