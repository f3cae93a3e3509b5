import Foundation

/// Which port a service gets: the one asked for, or the one of the last time, or any that is free.
struct PortChoice: Sendable {
    let asked: UInt16?
    /// The file that remembers the port from one start to the next.
    let memory: String

    /// Tries ports until `start` succeeds on one, and remembers it.
    ///
    /// A port can be taken between the look and the start; then the next one is tried, at most five in all.
    func first(_ start: (UInt16) async throws -> Service) async throws -> (UInt16, Service) {
        if let asked, !FreePort.isFree(asked) {
            throw DevServiceError(.port, "Port \(asked) on 127.0.0.1 is taken. Free it, or choose another.")
        }
        var port = try asked ?? remembered ?? FreePort.choose()
        for _ in 0..<4 {
            do {
                return try await started(port, start)
            } catch  where asked == nil && !FreePort.isFree(port) {
                port = try FreePort.choose()
            }
        }
        return try await started(port, start)
    }

    private func started(_ port: UInt16, _ start: (UInt16) async throws -> Service) async throws -> (UInt16, Service) {
        let service = try await start(port)
        try? Data("\(port)\n".utf8).write(to: URL(fileURLWithPath: memory))
        return (port, service)
    }

    private var remembered: UInt16? {
        let text = try? String(contentsOfFile: memory, encoding: .utf8)
        return text.flatMap { UInt16($0.trimmingCharacters(in: .newlines)) }.flatMap { FreePort.isFree($0) ? $0 : nil }
    }
}
