import Foundation

/// Runs short programs to their end and keeps what they say.
package enum CommandRunner {
    package struct Result: Sendable {
        package let status: Int32
        /// Standard output and standard error together, as they came.
        package let output: Data

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs the program on a thread of its own; it is killed when it takes longer than the limit.
    package static func run(
        _ command: [String], input: String? = nil, limit: Duration = .seconds(60)
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Swift.Result { try runBlocking(command, input: input, limit: limit) })
            }
        }
    }

    static func runBlocking(
        _ command: [String], input: String? = nil, limit: Duration = .seconds(60)
    ) throws -> Result {
        let output = try Pipe.closingOnExec()
        let reader = FileHandle(fileDescriptor: output.read, closeOnDealloc: true)
        let stdin = try Pipe.closingOnExec()
        let writer = FileHandle(fileDescriptor: stdin.write, closeOnDealloc: true)
        let started = Swift.Result { try Spawn.start(command, output: output.write, input: stdin.read) }
        close(output.write)
        close(stdin.read)
        let pid = try started.get()
        let end = DispatchWorkItem { _ = kill(pid, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(limit.wholeNanoseconds), execute: end)
        if let input { try? writer.write(contentsOf: Data(input.utf8)) }
        try? writer.close()
        let data = (try? reader.readToEnd()) ?? Data()
        var status: Int32 = 0
        // The process keeps its number until it is reaped, so the timer cannot hit a stranger before it is cancelled.
        var info = siginfo_t()
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        end.cancel()
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return Result(status: status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f, output: data)
    }
}

extension Duration {
    fileprivate var wholeNanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}
