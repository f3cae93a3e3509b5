import Runtime

/// Keeps a flag that says whether the database has the contract of this build.
///
/// It is looked at every second while it is not known to be so, then every half minute: another build may migrate the
/// database while this one serves.
struct ContractWatch: Sendable {
    let postgres: PostgresPool
    let hash: String
    let flag: HealthFlag

    /// Ends when its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            if let found = await postgres.databaseContract() { flag.set(found == hash) }
            guard (try? await Task.sleep(for: flag.isSet ? .seconds(30) : .seconds(1))) != nil else { return }
        }
    }
}
