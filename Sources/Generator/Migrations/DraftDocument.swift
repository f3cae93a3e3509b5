/// What `rosterc migrate draft` prints: a JSON object with `to`, the hash of the spec's schema, and up to two parts, `safe`
/// and `rest`.
extension MigrationDraft {
    package func text(to hash: String) -> String {
        JSONTree.object([("to", .string(hash))])
            .adding("safe", safe.map(Self.tree)).adding("rest", rest.map(Self.tree)).text() + "\n"
    }

    private static func tree(_ part: Part) -> JSONTree {
        JSONTree.object([
            ("from", .string(part.plan.from)), ("to", .string(part.plan.to)), ("up", .string(part.up)),
            ("checksum", .string(Checksum.of(part.up))), ("document", .string(part.document.text)),
        ])
    }
}
