import Dispatch
import Synchronization

/// Work whose parts know nothing of each other, on the cores that there are. The caller takes a part in it and waits until all
/// is done; what comes back does not depend on who was first.
enum Parallel {
    /// What each job gives, in the order of the jobs. The long ones should come first.
    static func run<Value: Sendable>(_ jobs: [@Sendable () -> Value]) -> [Value] {
        let values = Mutex([Value?](repeating: nil, count: jobs.count))
        DispatchQueue.concurrentPerform(iterations: jobs.count) { place in
            let value = jobs[place]()
            values.withLock { $0[place] = value }
        }
        return values.withLock { $0.compactMap(\.self) }
    }

    /// What both give.
    static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let firstValue = Mutex<First?>(nil)
        let secondValue = Mutex<Second?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            if place == 0 {
                let value = first()
                firstValue.withLock { $0 = value }
            } else {
                let value = second()
                secondValue.withLock { $0 = value }
            }
        }
        guard let first = firstValue.withLock(\.self), let second = secondValue.withLock(\.self) else {
            preconditionFailure("a job ended without a value")
        }
        return (first, second)
    }
}
