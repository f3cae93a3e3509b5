/// What the cache is called in Redis. A name holds no personal value: contract, run of the server, resource, record.
struct L2Names: Sendable {
    private let contract: String
    /// Where the nodes of this contract tell each other what was written.
    let channel: String

    /// - Parameter contract: the contract's hash. Its first 16 digits go into the names.
    init(contract: String) {
        self.contract = "roster:" + contract.prefix(16)
        channel = self.contract + ":invalidations"
    }

    func record(_ key: CacheKey, _ session: RedisSession) -> String {
        "\(contract):\(session.runID.prefix(12)):\(key.resource):\(key.id)"
    }

    func epoch(_ session: RedisSession) -> String {
        "\(contract):\(session.runID.prefix(12)):epoch"
    }
}
