import Foundation

/// A secret in a file that only its owner can read, made on first use.
package enum SecretFile {
    /// The secret in the file; when there is no file, 32 random bytes as base64 are written to it first (mode 0600).
    ///
    /// Two processes that come first together agree: the file appears complete or not at all, and the first one wins.
    package static func readOrCreate(_ path: String) throws -> String {
        if let secret = try read(path) { return secret }
        let draft = path + "." + UUID().uuidString
        try write(random(), to: draft)
        defer { unlink(draft) }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw DevServiceError(.folder, "Cannot write \(path): \(String(cString: strerror(errno))).")
        }
        guard let secret = try read(path) else {
            throw DevServiceError(.folder, "The secret file \(path) is empty. Delete it, and it will be made anew.")
        }
        return secret
    }

    /// Random bytes from the system, as base64 text of the URL alphabet without padding.
    package static func random(bytes count: Int = 32) -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Writes a new file that only its owner can read.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DevServiceError(.folder, "Cannot write \(path): \(String(cString: strerror(errno))).")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data((text + "\n").utf8))
        try handle.close()
    }

    private static func read(_ path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DevServiceError(.folder, "Cannot read \(path). Is it owned by another user?")
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}
