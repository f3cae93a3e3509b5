import Synchronization

/// One thing that the process depends on.
package struct HealthCheck: Sendable {
    /// How its absence is told.
    package enum Importance: Sendable {
        /// Without it no request should be sent here.
        case required
        /// Without it the process is slower or can do less, and serves.
        case optional
    }

    /// A word for `/readyz` and metrics; no address.
    package let name: String
    package let importance: Importance
    /// Whether it is there, as known without waiting.
    package let isPassing: @Sendable () -> Bool

    /// What is missing, in words for operators; no address and no value.
    package let detail: @Sendable () -> String?

    package init(
        _ name: String, _ importance: Importance, detail: @escaping @Sendable () -> String? = { nil },
        isPassing: @escaping @Sendable () -> Bool
    ) {
        self.name = name
        self.importance = importance
        self.detail = detail
        self.isPassing = isPassing
    }
}

/// A fact that is found out now and then and read at any time, such as whether the database has this build's contract.
package final class HealthFlag: Sendable {
    private let value: Atomic<Bool>

    package init(_ initial: Bool = false) {
        value = Atomic(initial)
    }

    package var isSet: Bool { value.load(ordering: .acquiring) }
    package func set(_ new: Bool) { value.store(new, ordering: .releasing) }
}
