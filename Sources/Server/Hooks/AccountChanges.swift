import Synchronization

/// How often each operation changed an account since the process began.
final class AccountChanges: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func count(_ action: String) {
        counts.withLock { $0[action, default: 0] += 1 }
    }

    func current(_ action: String) -> Int {
        counts.withLock { $0[action] ?? 0 }
    }
}

let accountChanges = AccountChanges()
