import Foundation

/// Finds installed programs: in `PATH` first, then where the packages of Debian, Fedora and Homebrew put them.
package struct ProgramFinder: Sendable {
    /// Folders in the order in which they are searched.
    package var folders: [String]

    package init(folders: [String]) {
        self.folders = folders
    }

    /// `PATH`, and every version of Postgres that a package manager has installed, newest first.
    package static var standard: ProgramFinder {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let fixed = ["/usr/local/bin", "/usr/bin", "/usr/local/sbin", "/usr/sbin", "/sbin", "/bin"]
        let brew = ["/opt/homebrew/bin", "/opt/homebrew/opt/redis/bin", "/opt/homebrew/opt/libpq/bin"]
        let versions =
            versioned(parent: "/usr/lib/postgresql", prefix: "") + versioned(parent: "/usr", prefix: "pgsql-")
            + versioned(parent: "/opt/homebrew/opt", prefix: "postgresql@")
            + versioned(parent: "/usr/local/opt", prefix: "postgresql@")
        return ProgramFinder(folders: path.split(separator: ":").map(String.init) + versions + brew + fixed)
    }

    /// Every path at which the program is found, first choice first.
    package func all(_ name: String) -> [String] {
        folders.map { $0 + "/" + name }.filter { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The path of the program, or nil.
    package func find(_ name: String) -> String? {
        all(name).first
    }

    /// The path of the program.
    ///
    /// - Throws: `.missingProgram` with the command that installs it.
    package func require(_ name: String, debian: String, brew: String) throws -> String {
        if let path = find(name) { return path }
        throw DevServiceError(
            .missingProgram,
            "The program '\(name)' is not installed. On Debian or Ubuntu: sudo apt-get install \(debian). "
                + "On macOS: brew install \(brew).")
    }

    /// The `bin` folders of a package that is installed once per version, newest version first.
    private static func versioned(parent: String, prefix: String) -> [String] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return
            entries
            .filter { $0.hasPrefix(prefix) }
            .sorted { $0.compare($1, options: .numeric) == .orderedDescending }
            .map { "\(parent)/\($0)/bin" }
    }
}
