#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes lines to a descriptor, waiting as long as it takes. Belongs to the thread that makes it.
struct LineWriter {
    private let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
        // A reader that is gone must be an error of `write`, not the end of the process.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// One `write(2)` unless the system takes less than the line. A pipe takes up to `PIPE_BUF` bytes (4,096 on Linux)
    /// whole or not at all, so lines of several processes don't mix.
    /// - Returns: whether the whole line was written.
    func write(_ line: UnsafeRawBufferPointer) -> Bool {
        var rest = line[...]
        while !rest.isEmpty {
            let bytes = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Darwin)
                let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
            #else
                let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            #endif
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                waitUntilWritable()
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// Standard error shares its "do not block" with whoever else has the terminal open.
    private func waitUntilWritable() {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
    }
}
