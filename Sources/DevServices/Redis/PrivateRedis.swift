import Foundation

/// A Redis of our own on 127.0.0.1 that keeps nothing on disk, made from the installed program and ended with this
/// process.
package actor PrivateRedis {
    package struct Configuration: Sendable {
        /// The folder for the log; nil means one under the folder for temporary files, deleted at the end.
        package var folder: String?
        /// The port on 127.0.0.1; nil chooses a free one.
        package var port: UInt16?
        /// Memory at which Redis drops the keys used least recently. Default 64 MB.
        package var maxMemory = "64mb"
        /// The longest wait for Redis to answer after its start. Default 10 s.
        package var startLimit: Duration = .seconds(10)
        /// The longest wait for an orderly stop, before it is killed. Default 5 s.
        package var stopLimit: Duration = .seconds(5)
        package var finder: ProgramFinder = .standard

        /// With a folder that stays, and the same port as last time while it is free.
        package static func development(folder: String) -> Configuration { Configuration(folder: folder) }
        /// For one test or one suite; several can run beside each other.
        package static var test: Configuration { Configuration() }
    }

    /// `redis://127.0.0.1:PORT`
    package nonisolated let url: String
    package nonisolated let port: UInt16
    package nonisolated let folder: String

    private let configuration: Configuration
    private let program: String
    private let lock: FolderLock
    private var service: Service

    package var pid: Int32 { service.pid }

    /// Starts the server and returns when it answers.
    package static func start(_ configuration: Configuration) async throws -> PrivateRedis {
        let program = try configuration.finder.require("redis-server", debian: "redis-server", brew: "redis")
        let folder = try configuration.folder.map { URL(fileURLWithPath: $0).path } ?? Folder.temporary("roster-redis")
        try Folder.create(folder, mode: 0o700)
        do {
            return try await PrivateRedis(configuration, program: program, folder: folder)
        } catch {
            if configuration.folder == nil { Folder.remove(folder) }
            throw error
        }
    }

    private init(_ configuration: Configuration, program: String, folder: String) async throws {
        let lock = try FolderLock(folder: folder, service: "Redis")
        let ports = PortChoice(asked: configuration.port, memory: folder + "/port")
        let (port, service) = try await ports.first {
            try await Self.launch(configuration, program: program, folder: folder, port: $0)
        }
        self.configuration = configuration
        self.program = program
        self.folder = folder
        self.lock = lock
        self.port = port
        self.service = service
        url = "redis://127.0.0.1:\(port)"
    }

    /// Stops the server (SIGSTOP): connections stay open and nothing answers.
    package func freeze() throws { try service.freeze() }

    /// Lets the server go on after `freeze()`.
    package func thaw() { service.thaw() }

    /// Kills the server (SIGKILL) and waits until it is gone.
    package func kill() async { await service.kill() }

    /// Starts the server again on the same port, empty; stops it first when it runs.
    package func restart() async throws {
        await service.end(by: SIGTERM, within: configuration.stopLimit)
        service = try await Self.launch(configuration, program: program, folder: folder, port: port)
    }

    /// Ends the server; a folder of its own goes too.
    package func stop() async {
        await service.end(by: SIGTERM, within: configuration.stopLimit)
        if configuration.folder == nil { Folder.remove(folder) }
        lock.release()
    }

    private static func launch(
        _ configuration: Configuration, program: String, folder: String, port: UInt16
    ) async throws -> Service {
        let command = [
            program, "--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "",
            "--appendonly", "no", "--daemonize", "no", "--databases", "1",
            "--maxmemory", configuration.maxMemory, "--maxmemory-policy", "allkeys-lru",
        ]
        return try await Service.start(
            .init(
                name: "Redis", command: command, log: folder + "/redis.log", orphanSignal: "TERM",
                removeWhenOrphaned: configuration.folder == nil ? folder : nil, limit: configuration.startLimit),
            isReady: { RedisPing.answers(port: port, pid: $0) })
    }
}
