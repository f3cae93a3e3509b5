/// What a build stores, and the migrations that lead to it. Generated.
package struct MigrationSet: Sendable {
    /// The hash of the contract.
    package let contract: String
    /// The hash of what the contract stores: two contracts with the same one need no migration between them.
    package let schema: String
    /// The tables in words of the generator, kept with the database: what later plans begin at.
    package let document: String
    /// Brings an empty database, or one with tables of before, to the contract at once.
    package let whole: StaticString
    /// In order; each begins where the one before ends.
    package let committed: [CommittedMigration]

    package init(
        contract: String, schema: String, document: StaticString, whole: StaticString, committed: [CommittedMigration]
    ) {
        self.init(
            contract: contract, schema: schema, documentText: "\(document)", whole: whole, committed: committed)
    }

    package init(
        contract: String, schema: String, documentText document: String, whole: StaticString,
        committed: [CommittedMigration]
    ) {
        self.contract = contract
        self.schema = schema
        self.document = document
        self.whole = whole
        self.committed = committed
    }

    /// Whether the committed migrations lead to what this build stores; a spec can be ahead of them while it's worked on.
    package var isComplete: Bool { committed.last?.to == schema }

    /// What servers store that wait until a migration is ended: those of later ones. Not what was stored before as well,
    /// since servers of then are called the same.
    func awaiting(_ migration: CommittedMigration) -> Set<String> {
        guard let place = committed.firstIndex(where: { $0.id == migration.id }) else { return [] }
        return Set(committed[place...].map(\.to) + [schema]).subtracting(committed[..<place].map(\.to))
    }

    /// The same for a database that has more than this build stores, which it leaves alone.
    package func beside(_ schema: String) -> MigrationSet {
        MigrationSet(
            contract: contract, schema: schema, documentText: document, whole: whole, committed: committed)
    }
}

/// A migration of `spec/migrations`.
package struct CommittedMigration: Sendable {
    /// `0002_job_title`
    package let id: String
    /// Hashes of schemas; `empty` before the first.
    package let from: String
    package let to: String
    /// SHA-256 of `up.sql`, which the generator has verified.
    package let checksum: String
    package let up: String
    package let down: String

    package init(id: String, from: String, to: String, checksum: String, up: StaticString, down: StaticString) {
        self.init(id: id, from: from, to: to, checksum: checksum, upText: "\(up)", downText: "\(down)")
    }

    /// One that was planned while the program runs.
    package init(id: String, from: String, to: String, checksum: String, upText: String, downText: String) {
        self.id = id
        self.from = from
        self.to = to
        self.checksum = checksum
        self.up = upText
        self.down = downText
    }
}
