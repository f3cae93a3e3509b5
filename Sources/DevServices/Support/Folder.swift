import Foundation

/// Making and removing the folders of the services.
enum Folder {
    /// Makes the folder and those above it. A folder that exists already keeps its mode.
    static func create(_ path: String, mode: mode_t) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: Int(mode)])
        } catch {
            throw DevServiceError(
                .folder, "Cannot make the folder \(path). Is the folder above it writable by this user?")
        }
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Makes a fresh folder in the system's folder for temporary files.
    ///
    /// Others may enter it (0711) because the database may run as another user, but cannot list it.
    static func temporary(_ name: String) throws -> String {
        let base = ProcessInfo.processInfo.environment["TMPDIR"].map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        let path = "\(base ?? "/tmp")/\(name)-\(getpid())-\(UInt32.random(in: .min ... .max))"
        guard mkdir(path, 0o711) == 0 else {
            throw DevServiceError(.folder, "Cannot make the folder \(path): \(String(cString: strerror(errno))).")
        }
        return path
    }

    /// A folder that lasts for one that the database's user cannot reach: the same one for the same `path`.
    ///
    /// - Throws: `.folder` when somebody else has put something there.
    static func substitute(for path: String, name: String) throws -> String {
        let hash = path.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let substitute = "/var/tmp/\(name)-\(getuid())-\(String(hash, radix: 16))"
        mkdir(substitute, 0o711)
        var info = stat()
        guard lstat(substitute, &info) == 0, info.st_mode & S_IFMT == S_IFDIR, info.st_uid == getuid() else {
            throw DevServiceError(.folder, "The folder \(substitute) is not ours. Remove it and try again.")
        }
        return substitute
    }
}
