import Foundation

/// The files of one private Postgres: the cluster itself, its log, its password, and the mark that it is complete.
struct PostgresCluster: Sendable {
    /// The name of the database and of the role that owns it.
    static let name = "roster"

    /// Holds everything; ours. `data` below it belongs to the user whom Postgres runs as.
    let folder: String
    let user: ServiceUser
    let finder: ProgramFinder

    var data: String { folder + "/data" }
    var log: String { folder + "/postgres.log" }
    var password: String { folder + "/password" }
    private var complete: String { folder + "/complete" }
    private var pidFile: String { data + "/postmaster.pid" }

    /// The version that made the data, for example "15"; nil when there is no data.
    private var version: String? {
        (try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8))?.trimmingCharacters(in: .newlines)
    }

    /// Makes the cluster unless it is there; one that was left half made is made again.
    ///
    /// - Returns: The path of the program that serves it.
    func prepare(durable: Bool) async throws -> String {
        let server = try finder.require("postgres", debian: "postgresql", brew: "postgresql@17")
        if FileManager.default.fileExists(atPath: complete) {
            return try await program(matching: server)
        }
        Folder.remove(data)
        guard mkdir(data, 0o700) == 0 else {
            throw DevServiceError(.folder, "Cannot make the folder \(data): \(String(cString: strerror(errno))).")
        }
        try user.own(data)
        let program = (server as NSString).resolvingSymlinksInPath
        try await initialise(bin: (program as NSString).deletingLastPathComponent, durable: durable)
        try await createDatabase(program)
        try Data().write(to: URL(fileURLWithPath: complete))
        return program
    }

    /// Removes what a server that was killed has left, and ends one that outlived its parent.
    ///
    /// Only called with the folder's lock held, so a server that runs here belongs to nobody.
    func clearLeftovers(limit: Duration) async throws {
        guard let pid = recordedPid else { return }
        guard isServer(pid) else {
            // Postgres would take any living process of that number for itself and refuse to start.
            unlink(pidFile)
            return
        }
        ProcessTree.thaw(pid)
        kill(pid, SIGINT)
        guard await poll(within: limit, { !isServer(pid) }) else {
            throw DevServiceError(
                .inUse, "A Postgres (process \(pid)) still runs in \(data) and does not stop. End it, then try again.")
        }
    }

    /// Whether the server writes in its pid file that it takes connections, as `pg_ctl` asks it too.
    func isReady(_ pid: Int32) -> Bool {
        // Line 1 is the process, line 8 the state; lines between them may be empty.
        let text = (try? String(contentsOfFile: pidFile, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count >= 8 && Int32(lines[0]) == pid && lines[7].hasPrefix("ready")
    }

    /// Writes the two configuration files as the server's user may read them.
    func configure(port: UInt16, _ configuration: PrivatePostgres.Configuration) throws {
        for (name, text) in [
            ("postgresql.conf", PostgresSettings.main(port: port, configuration)),
            ("pg_hba.conf", PostgresSettings.access),
        ] {
            let path = data + "/" + name
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try user.own(path)
        }
    }

    private func initialise(bin: String, durable: Bool) async throws {
        let initdb =
            FileManager.default.isExecutableFile(atPath: bin + "/initdb")
            ? bin + "/initdb" : try finder.require("initdb", debian: "postgresql", brew: "postgresql@17")
        let secret = try SecretFile.readOrCreate(password)
        let handover = data + ".password"
        unlink(handover)
        try SecretFile.write(secret, to: handover)
        defer { unlink(handover) }
        try user.own(handover)
        #if os(Linux)
            let locale = "C.UTF-8"
        #else
            let locale = "C"
        #endif
        var command = [
            initdb, "-D", data, "-U", Self.name, "--pwfile", handover, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", locale, "--no-instructions",
        ]
        if !durable { command.append("--no-sync") }
        let result = try await CommandRunner.run(user.prefix + command)
        guard result.status == 0 else {
            throw DevServiceError(.startFailed, "initdb could not make \(data):\n\(result.text)")
        }
    }

    /// Makes our database in single-user mode, which needs neither a port nor a client.
    private func createDatabase(_ program: String) async throws {
        let command = [program, "--single", "-D", data, "-F", "postgres"]
        let result = try await CommandRunner.run(user.prefix + command, input: "CREATE DATABASE \(Self.name)\n")
        guard result.status == 0, !result.text.contains("ERROR") else {
            throw DevServiceError(.startFailed, "Cannot make the database in \(data):\n\(result.text)")
        }
    }

    /// The installed server of the version that made the data.
    private func program(matching newest: String) async throws -> String {
        for candidate in finder.all("postgres") {
            let said = try? await CommandRunner.run([candidate, "--version"]).text
            let major = said?.split(separator: " ").last?.prefix { $0.isNumber }
            if let version, major.map(String.init) == version { return (candidate as NSString).resolvingSymlinksInPath }
        }
        throw DevServiceError(
            .missingProgram,
            "The data in \(data) was made by Postgres \(version ?? "of an unknown version"), which is not installed. "
                + "Install it, or delete \(folder) to start with an empty database.")
    }

    private var recordedPid: Int32? {
        let text = try? String(contentsOfFile: pidFile, encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { Int32($0) }
    }

    /// Whether the process is a Postgres that serves this very folder: its working directory is the data.
    private func isServer(_ pid: Int32) -> Bool {
        guard kill(pid, 0) == 0 else { return false }
        #if os(Linux)
            let cwd = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
            return cwd == (data as NSString).resolvingSymlinksInPath
        #else
            let said = try? CommandRunner.runBlocking(["/bin/ps", "-o", "command=", "-p", String(pid)])
            return said?.text.contains(data) ?? false
        #endif
    }
}
