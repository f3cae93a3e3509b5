import Foundation
import Synchronization

/// Pipes whose ends a program inherits only where they are handed over.
enum Pipe {
    /// Held while a pipe is made and while a program is started, so that no program starts in the moment between
    /// `pipe` and the mark "close on exec" (Glibc does not export `pipe2` to Swift).
    static let inheritance = Mutex(())

    /// Both ends are closed on exec and lie above the numbers that a child uses (0 to 3).
    static func closingOnExec() throws -> (read: Int32, write: Int32) {
        try inheritance.withLock { _ in
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw failure }
            defer { for end in ends { close(end) } }
            let read = fcntl(ends[0], F_DUPFD_CLOEXEC, 4)
            let write = fcntl(ends[1], F_DUPFD_CLOEXEC, 4)
            guard read >= 0, write >= 0 else { throw failure }
            return (read, write)
        }
    }

    /// The same open file above the numbers that a child uses; the given descriptor is closed.
    static func lifted(_ descriptor: Int32) -> Int32 {
        guard descriptor >= 0 else { return descriptor }
        defer { close(descriptor) }
        return fcntl(descriptor, F_DUPFD_CLOEXEC, 4)
    }

    private static var failure: DevServiceError {
        DevServiceError(.startFailed, "Cannot make a pipe: \(String(cString: strerror(errno))).")
    }
}
