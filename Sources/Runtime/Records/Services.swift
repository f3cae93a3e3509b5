/// What the endpoints of a contract stand on.
package struct Services: Sendable {
    package let contract: ContractFacts
    package let postgres: PostgresPool
    package let cache: RecordCache
    package let cursors: CursorSeal
    /// How functions by hand are called.
    package let work: HandWork
    /// Calls hooks after changes.
    package let commits: CommitQueue
    package let formerNameUses: FormerNameUses

    package init(
        contract: ContractFacts, postgres: PostgresPool, cache: RecordCache, cursors: CursorSeal, work: HandWork,
        commits: CommitQueue, formerNameUses: FormerNameUses
    ) {
        self.contract = contract
        self.postgres = postgres
        self.cache = cache
        self.cursors = cursors
        self.work = work
        self.commits = commits
        self.formerNameUses = formerNameUses
    }
}

/// What holds for a contract as a whole.
package struct ContractFacts: Sendable {
    package let name: String
    package let version: String
    /// 64 hexadecimal digits; marks caches, entity tags and databases.
    package let hash: String
    /// The claim of a token that holds the caller's identity.
    package let subjectClaim: String
    package let basePath: String
    /// The names of the resources, by their places.
    package let resources: [String]

    package init(
        name: String, version: String, hash: String, subjectClaim: String, basePath: String, resources: [String]
    ) {
        self.name = name
        self.version = version
        self.hash = hash
        self.subjectClaim = subjectClaim
        self.basePath = basePath
        self.resources = resources
    }
}

/// One thing that a role lets its holder do: `profile:update`.
package struct Permission: Sendable {
    package let name: String
    package let allowed: RoleSet

    package init(_ name: String, allowed: RoleSet) {
        self.name = name
        self.allowed = allowed
    }
}
