/// The entity tag of a single resource: row version, view, contract (RFC 9110 section 8.8.3).
///
/// It is strong: the same tag means the same bytes, since a record's JSON depends on just these three. The version comes
/// first, so that a tag that a client sends back in `If-Match` tells the row version that the write must find.
package struct EntityTag: Sendable {
    /// The first 8 hexadecimal digits of the contract's hash.
    private let contract: String

    package init(contractHash: String) {
        self.contract = String(contractHash.prefix(8))
    }

    /// The tag, with its quotes, of the record in `version` as `view` shows it.
    package func tag(version: Int64, view: RoleSet, part: String = "") -> String {
        "\"\(version)-\(String(view.rawValue, radix: 16))\(part)-\(contract)\""
    }

    /// The tag of a record shown together with another one.
    package func tag(version: Int64, and other: Int64, view: RoleSet, part: String = "") -> String {
        "\"\(version).\(other)-\(String(view.rawValue, radix: 16))\(part)-\(contract)\""
    }

    /// The row version that an opaque tag (without quotes and `W/`) of ours was made from; `nil` for a tag that this
    /// contract did not make, which therefore matches nothing.
    package func version(of tag: some StringProtocol) -> Int64? {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.elementsEqual(contract.utf8) else { return nil }
        guard let version = parts[0].split(separator: ".", maxSplits: 1).first else { return nil }
        return Int64(version)
    }
}
