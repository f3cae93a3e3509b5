import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work whose parts know nothing of each other, on the cores that there are. The caller takes its share and waits until all is
/// done; what comes back does not depend on who was first.
enum Parallel {
    /// What each job gives, in the order of the jobs. The long ones should come first.
    static func run<Value: Sendable>(_ jobs: [@Sendable () -> Value]) -> [Value] {
        let values = Mutex([Value?](repeating: nil, count: jobs.count))
        let next = Atomic(0)
        let work: @Sendable () -> Void = {
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < jobs.count else { return }
                let value = jobs[place]()
                values.withLock { $0[place] = value }
            }
        }
        let threads = (1..<max(1, min(jobs.count, cores))).compactMap { _ in WorkerThread(work) }
        work()
        for thread in threads { thread.join() }
        return values.withLock { $0.compactMap(\.self) }
    }

    /// What both give. The first runs where it is called, so it may use what belongs there.
    static func both<First, Second: Sendable>(
        _ first: () -> First, beside second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let second = Once(second)
        let thread = WorkerThread { _ = second.value }
        let values = (first(), second.value)
        thread?.join()
        return values
    }

    private static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// A value that is made once, by the first thread that comes for it; others wait until it is there.
final class Once<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
