/// Of an encrypted value the database knows nothing but, by `lookup: eq`, whether it is the same as another: no order, no
/// parts, and no rule that compares it with those of other records.
struct EncryptedCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) {
            guard let encryption = field.encryption else { continue }
            let place = [Related("it is encrypted here", at: encryption.mark)]
            for filter in field.filter where !Self.operators(encryption.value).contains(filter.value) {
                let isLookup = [.eq, .in, .ne].contains(filter.value)
                findings.error(
                    .encryptedAsked, at: filter.mark,
                    "`\(filter.value.rawValue)` needs the value, and `\(field.name.value)` is encrypted",
                    help: isLookup
                        ? "write `encrypt: {lookup: eq}`, or remove it"
                        : "remove it; what is encrypted is found by `eq`, with `encrypt: {lookup: eq}`", notes: place)
            }
            let uses: [(String, Mark?)] = [
                ("unique", field.unique?.mark), ("sort", field.isSortable ? field.sort?.mark : nil),
                ("search", field.search?.mark),
            ]
            for case (let key, let mark?) in uses {
                findings.error(
                    .encryptedAsked, at: mark, "`\(key)` compares values, and `\(field.name.value)` is encrypted",
                    help: "remove `\(key)`, or `encrypt`", notes: place)
            }
        }
    }

    private static func operators(_ encryption: Spec.Encryption) -> [Spec.FilterOperator] {
        encryption.hasLookup ? [.eq, .ne, .in, .pr] : [.pr]
    }
}
