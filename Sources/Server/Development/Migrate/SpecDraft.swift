/// What `rosterc migrate draft` prints: the way of a database to the spec.
struct SpecDraft: Codable, Sendable {
    struct Part: Codable, Sendable {
        /// Hashes of schemas.
        let from: String
        let to: String
        /// SQL in steps.
        let up: String
        let checksum: String
        /// The state that it leads to.
        let document: String
    }

    /// The hash of the spec's schema.
    let to: String
    /// What loses nothing.
    let safe: Part?
    /// What drops values.
    let rest: Part?
}
