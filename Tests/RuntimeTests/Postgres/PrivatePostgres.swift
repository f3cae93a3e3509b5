import Foundation
import Synchronization

@testable import Runtime

/// A Postgres server of the tests' own, in a temporary folder, on a free port.
final class PrivatePostgres: Sendable {
    let directory: String
    let port: UInt16
    private let asPostgres: Bool

    var url: String { "postgresql://roster@127.0.0.1:\(port)/postgres" }

    /// The one that suites share which don't stop or freeze it. Started at first use; ends with the process.
    static let shared = Result { try PrivatePostgres() }

    init() throws {
        asPostgres = geteuid() == 0
        directory = NSTemporaryDirectory() + "roster-tests-\(UUID().uuidString)"
        port = try Self.freePort()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        if asPostgres { try Self.run("chown", ["postgres", directory]) }
        try server("initdb", ["-D", data, "-U", "roster", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"])
        try start()
        Self.started.withLock { $0.append(self) }
        Self.stopAtExit
    }

    private var data: String { directory + "/data" }

    func start() throws {
        let options = "-p \(port) -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100"
        try server("pg_ctl", ["-D", data, "-w", "-t", "20", "-l", directory + "/log", "-o", options, "start"])
    }

    /// Stops all its processes without a word, as a machine that goes away does.
    func kill() throws {
        try signal(SIGKILL)
    }

    /// Freezes all its processes.
    func freeze() throws { try signal(SIGSTOP) }
    func thaw() throws { try signal(SIGCONT) }

    func stop() {
        try? signal(SIGCONT)
        try? server("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"])
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// The postmaster of this folder and its children, by their numbers.
    private func signal(_ signal: Int32) throws {
        let file = try String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        guard let first = file.split(separator: "\n").first, let postmaster = pid_t(first) else {
            throw PrivatePostgresError(words: "no postmaster in \(data)")
        }
        let children = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init)
            .filter { Self.parent(of: $0) == postmaster }
        for process in [postmaster] + children { _ = Glibc.kill(process, signal) }
    }

    private static func parent(of process: pid_t) -> pid_t? {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return nil }
        return stat[end...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) }
    }

    private func server(_ tool: String, _ arguments: [String]) throws {
        let program = try Self.binaries() + "/" + tool
        if asPostgres {
            try Self.run("runuser", ["-u", "postgres", "--", program] + arguments)
        } else {
            try Self.run(program, arguments)
        }
    }

    private static func binaries() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap(Int.init).sorted()
        guard let version = versions.last else { throw PrivatePostgresError(words: "no Postgres in \(root)") }
        return "\(root)/\(version)/bin"
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PrivatePostgresError(words: "\(program) \(arguments) ended with \(process.terminationStatus)")
        }
    }

    private static func freePort() throws -> UInt16 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) + getsockname(socket, $0, &length)
            }
        }
        guard failed == 0 else { throw PrivatePostgresError(words: "no free port") }
        return UInt16(bigEndian: address.sin_port)
    }

    // MARK: The end of the process

    private static let started = Mutex<[PrivatePostgres]>([])
    private static let stopAtExit: Void = {
        atexit { for server in PrivatePostgres.started.withLock({ $0 }) { server.stop() } }
    }()
}

struct PrivatePostgresError: Error {
    let words: String
}
