#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread with the stack of a program's first one: what runs here recurses as deep as a spec is nested, and a thread of
/// Dispatch has 512 KiB on macOS.
struct WorkerThread {
    /// In bytes.
    static let stackSize = 8 << 20

    private let thread: pthread_t

    /// `nil` when the system has no more threads; then the work is the caller's.
    init?(_ body: @escaping @Sendable () -> Void) {
        // Not `pthread_attr_t()`: libyaml's headers hold the struct, too, and whose its initializer is depends on which files
        // the compiler happens to take together.
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        guard pthread_attr_init(attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(attributes) }
        guard pthread_attr_setstacksize(attributes, Self.stackSize) == 0 else { return nil }
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Glibc)
            var made = pthread_t()
        #else
            var made: pthread_t?
        #endif
        let code = pthread_create(&made, attributes, { Self.run($0) }, work.toOpaque())
        guard code == 0, let made = made as pthread_t? else {
            work.release()
            return nil
        }
        thread = made
    }

    /// Waits until the work is done. To be called once.
    func join() { pthread_join(thread, nil) }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// The argument is an optional one on some systems.
    private static func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
    }
}
