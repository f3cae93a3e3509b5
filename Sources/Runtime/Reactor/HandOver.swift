import Synchronization

/// Stands beside a `Mutex` through which objects change threads, so that the thread sanitizer sees them do it.
///
/// A contended `Mutex` of Linux is passed on by the kernel (FUTEX_UNLOCK_PI), which the sanitizer doesn't see: without
/// this it reports as a race what the mutex has ordered. Costs one atomic addition for each hand-over, in the lock.
struct HandOver: ~Copyable, Sendable {
    private let count = Atomic<UInt>(0)

    /// To be called in the lock, by who leaves something.
    borrowing func left() {
        count.wrappingAdd(1, ordering: .releasing)
    }

    /// To be called in the lock, by who takes it.
    borrowing func taken() {
        _ = count.load(ordering: .acquiring)
    }
}
