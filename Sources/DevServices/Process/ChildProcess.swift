import Foundation
import Synchronization

/// A program that runs in a session of its own, so that Ctrl-C in the terminal reaches us and not it.
///
/// Every process that the program starts inherits the write end of a pipe. The read end sees the end of the file when
/// the last of them is gone, which is how `gone()` knows without asking the system over and over.
final class ChildProcess: Sendable {
    let pid: Int32
    private let end = Event<Int32>()

    /// - Parameters:
    ///   - command: The program's path and its arguments.
    ///   - log: The file that gets what the program writes; made if needed, appended to.
    ///   - input: A descriptor for its standard input, else `/dev/null`.
    init(_ command: [String], log: String, input: Int32? = nil) throws {
        let output = Pipe.lifted(open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600))
        guard output >= 0 else {
            throw DevServiceError(.folder, "Cannot write \(log): \(String(cString: strerror(errno))).")
        }
        defer { close(output) }
        let pipe = try Pipe.closingOnExec()
        defer { close(pipe.write) }
        do {
            pid = try Spawn.start(command, output: output, input: input, inherited: pipe.write)
        } catch {
            close(pipe.read)
            throw error
        }
        // One thread for the life of the child: `waitpid` and the read both block.
        Thread.detachNewThread { [pid, end] in
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            var byte: UInt8 = 0
            while true {
                let count = read(pipe.read, &byte, 1)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            close(pipe.read)
            end.set(status)
        }
    }

    /// Whether the program and all that it started have ended.
    var isGone: Bool { end.value != nil }

    /// Waits until the program and all that it started have ended.
    ///
    /// - Returns: Whether they ended in time.
    func gone(within limit: Duration) async -> Bool {
        await end.wait(within: limit) != nil
    }

    /// Sends a signal to the program alone. Does nothing when it has ended.
    func signal(_ number: Int32) {
        if !isGone { Foundation.kill(pid, number) }
    }
}
