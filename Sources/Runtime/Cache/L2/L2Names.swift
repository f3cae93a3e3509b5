/// What the cache is called in Redis. A name holds no personal value: API, run of the server, resource, record.
///
/// While a new build is rolled out, servers of two contracts write to one database. So the channel and a record's place are
/// the same for all contracts of an API, and only the views, which differ, are called after the contract: a write by any
/// server drops what all of them hold.
struct L2Names: Sendable {
    private let api: String
    private let contract: Substring
    /// The resources by their places in the contract, which may differ in the next one.
    private let resources: [String]
    /// Where the nodes of this API tell each other what was written.
    let channel: String

    init(_ contract: ContractFacts) {
        api = "roster:" + contract.name
        self.contract = contract.hash.prefix(16)
        resources = contract.resources
        channel = self.api + ":invalidations"
    }

    func record(_ key: CacheKey, _ session: RedisSession) -> String {
        "\(api):\(session.runID.prefix(12)):\(resource(key.resource)):\(key.id)"
    }

    func epoch(_ session: RedisSession) -> String {
        "\(api):\(session.runID.prefix(12)):epoch"
    }

    /// A view within a record's hash.
    func view(_ view: RoleSet) -> String { "\(contract).\(view.rawValue)" }

    /// What all contracts call the resource at a place in this one.
    func resource(_ place: UInt8) -> String {
        resources.indices.contains(Int(place)) ? resources[Int(place)] : String(place)
    }

    /// - Returns: its place in this contract; `nil` for one that this contract doesn't have.
    func place(of resource: some StringProtocol) -> UInt8? {
        if let place = resources.firstIndex(where: { $0 == resource }) { return UInt8(exactly: place) }
        return UInt8(resource).flatMap { Int($0) < resources.count ? nil : $0 }
    }
}
