import Foundation
import Synchronization

/// Runs short programs to their end and keeps what they say.
package enum CommandRunner {
    package struct Result: Sendable {
        package let status: Int32
        /// Standard output and standard error together, as they came.
        package let output: Data

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs the program on a thread of its own; it is ended when it takes longer than the limit.
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        // Our own pipes: a server that another task starts meanwhile must not inherit their ends and keep them open.
        let output = try Pipe.closingOnExec()
        let reader = FileHandle(fileDescriptor: output.read, closeOnDealloc: true)
        let writer = FileHandle(fileDescriptor: output.write, closeOnDealloc: true)
        process.standardOutput = writer
        process.standardError = writer
        let stdin = try input.map { _ in try Pipe.closingOnExec() }.map {
            (
                read: FileHandle(fileDescriptor: $0.read, closeOnDealloc: true),
                write: FileHandle(fileDescriptor: $0.write, closeOnDealloc: true)
            )
        }
        process.standardInput = stdin?.read ?? FileHandle.nullDevice
        do {
            try Pipe.inheritance.withLock { _ in try process.run() }
        } catch {
            throw DevServiceError(.startFailed, "Cannot start \(command[0]).")
        }
        try? writer.close()
        try? stdin?.read.close()
        let end = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(limit.wholeNanoseconds), execute: end)
        defer { end.cancel() }
        if let input, let stdin {
            try? stdin.write.write(contentsOf: Data(input.utf8))
            try? stdin.write.close()
        }
        let data = (try? reader.readToEnd()) ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: data)
    }
}

extension Duration {
    fileprivate var wholeNanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}
