/// One step of a migration: what the runner executes at once, and what people are told of it.
package struct MigrationStep: Equatable, Sendable {
    /// Up to and with `backfill` the servers of the former contract go on; `contract` takes away what only they need.
    package enum Phase: String, Sendable {
        case check, expand, backfill, contract
    }

    package enum Kind: Equatable, Sendable {
        /// A query for rows that stand in the way: how many there are, and the ids of some.
        case check
        /// Statements that happen together with the runner's note of them, or not at all.
        case transaction
        /// An index that is built or dropped beside reads and writes, outside of a transaction.
        case index(String)
        /// An update of some rows after a key, again and again.
        case batches

        /// As the head of the step in `up.sql` says it.
        package var word: String {
            switch self {
            case .check: "check"
            case .transaction: "transaction"
            case .index(let name): "index \(name)"
            case .batches: "batches"
            }
        }
    }

    /// What the tables' rows are put through.
    package enum Work: String, Sendable {
        case neither = "neither scans nor rewrites"
        case scans = "scans the table"
        case writes = "writes rows, some at a time"
    }

    package var phase: Phase
    package var kind: Kind
    /// What it does, and where there is something to know, why.
    package var words: String
    /// The strongest lock on a table, and on which: `ACCESS EXCLUSIVE on user_profiles`; `nil` for none that stops anyone.
    package var lock: String?
    package var work = Work.neither
    /// Whether values are lost that no later step can bring back.
    package var isDestructive = false
    package var sql: String

    package var isTransactional: Bool {
        switch kind {
        case .check, .transaction, .batches: true
        case .index: false
        }
    }

    /// In one line.
    package var effect: String {
        let lock = lock.map { "\($0), for a moment" } ?? "stops neither reads nor writes"
        let transaction = isTransactional ? "in a transaction" : "outside of a transaction"
        return "\(lock); \(work.rawValue); \(transaction)"
    }
}
