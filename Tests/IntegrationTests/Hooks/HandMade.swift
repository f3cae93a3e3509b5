import Generated
import Runtime
import Synchronization

@testable import Server

/// Functions by hand that a test brings, as the hooks of profiles.
struct HandMade: ProfileBeforeCreate, ProfileBeforeUpdate, ProfileAfterCommit {
    var create: @Sendable (inout BeforeCreate<Profile>) async throws -> Void = { _ in }
    var update: @Sendable (inout BeforeUpdate<Profile>) async throws -> Void = { _ in }
    var commit: @Sendable (Committed<Profile>) async throws -> Void = { _ in }

    func beforeCreate(_ change: inout BeforeCreate<Profile>) async throws { try await create(&change) }
    func beforeUpdate(_ change: inout BeforeUpdate<Profile>) async throws { try await update(&change) }
    func afterCommit(_ change: Committed<Profile>) async throws { try await commit(change) }

    /// The shipped API with these in the place of its own.
    func api(_ change: (inout Hooks) -> Void = { _ in }) -> API {
        var hooks = Hooks(
            profileBeforeCreate: self, profileBeforeUpdate: self, profileAfterCommit: self,
            presentableName: APIHooks.presentableName, displayInitials: APIHooks.displayInitials,
            vcard: APIHooks().vcard, checkName: APIHooks().checkName)
        change(&hooks)
        return Generated.api(with: hooks)
    }
}

/// What functions saw, in order.
final class Seen<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }

    func add(_ value: Value) { values.withLock { $0.append(value) } }

    /// Waits for as many.
    func wait(for count: Int) async throws -> [Value] {
        while all.count < count { try await Task.sleep(for: .milliseconds(2)) }
        return all
    }
}

/// What a function by hand may throw that is no problem; its text must not be told.
struct Accident: Error, CustomStringConvertible {
    let description = "a secret accident"
}
