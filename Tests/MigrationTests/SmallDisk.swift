import DevServices
import Foundation

/// A Postgres that alone sees a file system of a few megabytes, mounted in a namespace of its own (Linux; user_namespaces(7),
/// mount_namespaces(7)); it is gone with the server. Needs no rights but that users may have namespaces.
struct SmallDisk {
    static let megabytes = 16

    /// Where the server has the file system; an empty folder for everyone else.
    let space: String
    let postgres: PrivatePostgres

    static func with(_ body: (SmallDisk) async throws -> Void) async throws {
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let real = try ProgramFinder.standard.require("postgres", debian: "postgresql", brew: "postgresql@17")
        try install(in: folder, program: URL(filePath: real).resolvingSymlinksInPath().path)
        var configuration = PrivatePostgres.Configuration.test
        configuration.finder.folders.insert("\(folder)/bin", at: 0)
        let postgres = try await PrivatePostgres.start(configuration)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(SmallDisk(space: "\(folder)/space", postgres: postgres)))
        } catch {
            outcome = .failure(error)
        }
        await postgres.stop()
        try outcome.get()
    }

    /// Whether this machine lets the user whom Postgres runs as mount one.
    static func isPossible() async -> Bool {
        guard let folder = try? scratch() else { return false }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard (try? install(in: folder, program: "/bin/true")) != nil else { return false }
        let user = getuid() == 0 ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"] : []
        let result = try? await CommandRunner.run(["/usr/bin/env"] + user + ["\(folder)/bin/postgres"])
        return result?.status == 0
    }

    private static func scratch() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "roster-space-\(UUID().uuidString)").path
        for name in ["bin", "space"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        }
        return folder
    }

    /// A `postgres` that mounts and then is the program. It mounts as the root of a namespace, and goes on as the user that
    /// it was in another one within, since Postgres refuses root.
    private static func install(in folder: String, program: String) throws {
        let script = """
            #!/bin/sh
            exec unshare -Urm sh -c '
                mount -t tmpfs -o size=\(megabytes)m,mode=0700 small "\(folder)/space" || exit 1
                user=$1 group=$2; shift 2
                exec unshare -U --map-user="$user" --map-group="$group" "\(program)" "$@"
            ' sh "$(id -u)" "$(id -g)" "$@"

            """
        try Data(script.utf8).write(to: URL(filePath: "\(folder)/bin/postgres"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/bin/postgres")
    }
}
