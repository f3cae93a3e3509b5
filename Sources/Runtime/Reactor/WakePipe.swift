#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A pipe to oneself, which ends a wait in `poll` from another thread.
final class WakePipe: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32

    init() throws(ReactorError) {
        var ends: (Int32, Int32) = (-1, -1)
        let failed = withUnsafeMutablePointer(to: &ends) {
            $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) }
        }
        guard failed == 0 else { throw ReactorError(call: "pipe", code: errno) }
        (readEnd, writeEnd) = ends
        for end in [readEnd, writeEnd] {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    var polled: pollfd { pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0) }

    /// A full pipe is as good as a written byte: the other side wakes.
    func wake() {
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    func drain() {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { scratch in
            while read(readEnd, scratch.baseAddress, scratch.count) == scratch.count {}
        }
    }
}
