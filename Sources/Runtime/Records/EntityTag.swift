/// The entity tag of a single resource: row version, view, contract (RFC 9110 section 8.8.3).
///
/// It is strong: the same tag means the same bytes, since a record's JSON depends on just these three. The version comes
/// first, so that a tag that a client sends back in `If-Match` tells the row version that the write must find:
///
///     "41-16-0c9d2f7a"                  the whole record in version 41
///     "41-16o-0c9d2f7a.settings17"      the own record, with the settings in version 17 joined to it
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

    /// The row version that a tag of ours (with its quotes, without `W/`) was made from; `nil` for a tag that this
    /// contract did not make, which therefore matches nothing.
    package func version(of tag: some StringProtocol) -> Int64? {
        let opaque = tag.utf8.dropFirst().dropLast()
        let parts = opaque.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].prefix(contract.utf8.count).elementsEqual(contract.utf8) else { return nil }
        let rest = parts[2].dropFirst(contract.utf8.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: ".") else { return nil }
        return Int64(String(decoding: parts[0], as: UTF8.self))
    }
}
