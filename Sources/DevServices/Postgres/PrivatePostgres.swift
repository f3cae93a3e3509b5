import Foundation

/// A Postgres of our own on 127.0.0.1, made from the installed programs and ended with this process.
///
/// It listens on loopback only and asks for a random password. It can be frozen, killed and started again on the same
/// port with the same data, so that tests can take it away under load.
package actor PrivatePostgres {
    /// `postgres://roster:…@127.0.0.1:PORT/roster`. Holds the password: never log it.
    package nonisolated let url: String
    package nonisolated let port: UInt16
    /// What a developer should know, in sentences; for example that the data is in another folder than asked for.
    package nonisolated let notices: [String]
    /// The folder that holds data, log and password.
    package nonisolated var folder: String { cluster.folder }

    private nonisolated let cluster: PostgresCluster
    private let configuration: Configuration
    private let program: String
    private let lock: FolderLock
    private var service: Service

    /// The process id of the postmaster.
    package var pid: Int32 { service.pid }

    /// Makes the cluster if needed, starts the server, and returns when it takes connections.
    package static func start(_ configuration: Configuration) async throws -> PrivatePostgres {
        let user = try ServiceUser.choose(finder: configuration.finder)
        let (folder, notices) = try await PostgresFolder.choose(configuration, user: user)
        do {
            let cluster = PostgresCluster(folder: folder, user: user, finder: configuration.finder)
            return try await PrivatePostgres(cluster, configuration, notices)
        } catch {
            if configuration.mode == .test { Folder.remove(folder) }
            throw error
        }
    }

    private init(_ cluster: PostgresCluster, _ configuration: Configuration, _ notices: [String]) async throws {
        let lock = try FolderLock(folder: cluster.folder, service: "Postgres")
        try await cluster.clearLeftovers(limit: configuration.stopLimit)
        let program = try await cluster.prepare(durable: configuration.mode == .development)
        let ports = PortChoice(asked: configuration.port, memory: cluster.folder + "/port")
        let (port, service) = try await ports.first { port in
            try await Self.launch(cluster, configuration, program: program, port: port)
        }
        let password = try SecretFile.readOrCreate(cluster.password)
        self.cluster = cluster
        self.configuration = configuration
        self.lock = lock
        self.program = program
        self.port = port
        self.service = service
        self.notices = notices
        url = "postgres://\(PostgresCluster.name):\(password)@127.0.0.1:\(port)/\(PostgresCluster.name)"
    }

    /// Stops every process of the server (SIGSTOP): connections stay open and nothing answers.
    package func freeze() throws { try service.freeze() }

    /// Lets the server go on after `freeze()`.
    package func thaw() { service.thaw() }

    /// Kills every process of the server (SIGKILL) and waits until they are gone.
    package func kill() async { await service.kill() }

    /// Starts the server again on the same port and data; stops it first when it runs.
    package func restart() async throws {
        await service.end(by: SIGINT, within: configuration.stopLimit)
        try await cluster.clearLeftovers(limit: configuration.stopLimit)
        service = try await Self.launch(cluster, configuration, program: program, port: port)
    }

    /// Ends the server in good order (its "fast" shutdown); in test mode its folder goes too.
    package func stop() async {
        await service.end(by: SIGINT, within: configuration.stopLimit)
        if configuration.mode == .test { Folder.remove(cluster.folder) }
        lock.release()
    }

    private static func launch(
        _ cluster: PostgresCluster, _ configuration: Configuration, program: String, port: UInt16
    ) async throws -> Service {
        try cluster.configure(port: port, configuration)
        let isTest = configuration.mode == .test
        return try await Service.start(
            .init(
                name: "Postgres", command: cluster.user.prefix + [program, "-D", cluster.data], log: cluster.log,
                orphanSignal: isTest ? "QUIT" : "INT", removeWhenOrphaned: isTest ? cluster.folder : nil,
                limit: configuration.startLimit),
            isReady: cluster.isReady)
    }
}
