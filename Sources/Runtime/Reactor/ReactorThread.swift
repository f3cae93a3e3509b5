#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of the system that runs one closure.
struct ReactorThread: @unchecked Sendable {
    // A thread's handle may be used from any thread; it is unchecked only because it is a pointer on some systems.
    private let handle: pthread_t

    init(_ body: @escaping @Sendable () -> Void) throws(ReactorError) {
        final class Box: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        let box = Unmanaged.passRetained(Box(body))
        #if os(Linux)
            var handle = pthread_t()
            let failure = pthread_create(
                &handle, nil,
                { argument in
                    // Made from a box above, and handed over once.
                    Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
                    return nil
                }, box.toOpaque())
            guard failure == 0 else {
                box.release()
                throw ReactorError(call: "pthread_create", code: failure)
            }
            self.handle = handle
        #else
            var handle: pthread_t?
            let failure = pthread_create(
                &handle, nil,
                { argument in
                    Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                    return nil
                }, box.toOpaque())
            guard failure == 0, let handle else {
                box.release()
                throw ReactorError(call: "pthread_create", code: failure)
            }
            self.handle = handle
        #endif
    }

    func join() { pthread_join(handle, nil) }
    func detach() { pthread_detach(handle) }

    /// The calling thread as a number that no other living thread has, and that is never 0.
    static var currentNumber: UInt {
        #if os(Linux)
            UInt(pthread_self())
        #else
            UInt(bitPattern: pthread_self())
        #endif
    }
}
