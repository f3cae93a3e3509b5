/// The steps from one schema to another.
package struct MigrationPlan: Equatable, Sendable {
    package var source: Schema
    package var target: Schema
    package var steps: [MigrationStep]
    /// Whether servers of both contracts work between the phases; false for a type that changes under its name.
    package var isRolling = true

    package var from: String { source.hash }
    package var to: String { target.hash }

    /// What an operator repeats to let values be lost: 12 hexadecimal digits of the hash of those steps.
    package var fingerprint: String? {
        let lost = steps.filter(\.isDestructive)
        guard !lost.isEmpty else { return nil }
        return String(SHA256.hexadecimal(lost.map(\.sql).joined(separator: "\n").utf8).prefix(12))
    }
}
