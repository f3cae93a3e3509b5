import Foundation
import Synchronization

/// Something that happens once, with a value, and that any number of tasks may wait for.
final class Event<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiters: [UUID: CheckedContinuation<Value?, Never>] = [:]
    }

    private let state = Mutex(State())

    var value: Value? { state.withLock { $0.value } }

    func set(_ value: Value) {
        let waiters = state.withLock { state in
            state.value = value
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    /// The value, or nil when it does not come within the limit.
    func wait(within limit: Duration) async -> Value? {
        let id = UUID()
        return await withTaskGroup(of: Value?.self) { group in
            group.addTask { await self.wait(as: id) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            forget(id)
            group.cancelAll()
            return first ?? value
        }
    }

    private func wait(as id: UUID) async -> Value? {
        await withCheckedContinuation { continuation in
            let known: Value? = state.withLock { state in
                if state.value == nil { state.waiters[id] = continuation }
                return state.value
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    private func forget(_ id: UUID) {
        state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(returning: nil)
    }
}
