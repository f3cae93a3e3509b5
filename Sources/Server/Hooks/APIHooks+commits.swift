import Generated
import Runtime

/// Counts what happens to accounts, for those who watch the service: by the operation, never by the person.
extension APIHooks: ProfileAfterCommit {
    func afterCommit(_ change: Committed<Profile>) async throws {
        accountChanges.count(change.action)
    }
}
