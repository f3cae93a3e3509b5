import Foundation
import Logging
import Runtime

@testable import Server

/// What a server of a test logs from the level `error` on.
final class LogFile: Sendable {
    private let url = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    private let handle: FileHandle

    init() throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Has a server log into the file.
    func take(from settings: inout ServerSettings) {
        settings.log.descriptor = handle.fileDescriptor
        settings.logLevel = .error
    }

    var text: String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }

    /// Waits for as many lines.
    func lines(_ count: Int) async throws -> [String] {
        while true {
            let lines = text.split(separator: "\n").map(String.init)
            if lines.count >= count { return lines }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
