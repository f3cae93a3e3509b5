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
        let output = Foundation.Pipe()
        process.standardOutput = output
        process.standardError = output
        let stdin = input.map { _ in Foundation.Pipe() }
        process.standardInput = stdin ?? FileHandle.nullDevice
        do {
            try Pipe.inheritance.withLock { _ in try process.run() }
        } catch {
            throw DevServiceError(.startFailed, "Cannot start \(command[0]).")
        }
        let end = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(limit.wholeNanoseconds), execute: end)
        defer { end.cancel() }
        if let input, let stdin {
            try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? stdin.fileHandleForWriting.close()
        }
        let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: data)
    }
}

extension Duration {
    fileprivate var wholeNanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}
