import DevServices
import Foundation

/// The checkout that this program was built in, and what Roster keeps in its `.roster/`.
struct ProjectFolder: Sendable {
    /// `…/.roster`: databases, secret and logs of development. Not in version control.
    let roster: String

    /// The checkout; `nil` when this program runs elsewhere.
    var checkout: String?

    /// Of a migration of the private database that is under way.
    var draft: String { roster + "/draft.json" }
    var tokenSecret: String { roster + "/jwt-secret" }
    var sealingSecret: String { roster + "/secret" }
    var postgres: String { roster + "/postgres" }
    var redis: String { roster + "/redis" }
    /// What `scripts/swagger-ui` leaves there; `nil` when it has not run.
    var swaggerUI: String? {
        let folder = roster + "/swagger-ui"
        return FileManager.default.fileExists(atPath: folder + "/complete") ? folder : nil
    }

    /// Looks upwards from the program first, so that `swift run --package-path` finds its own checkout from anywhere,
    /// then upwards from the working directory; else it is the working directory.
    static func locate(environment: Environment = Environment()) -> ProjectFolder {
        let here = FileManager.default.currentDirectoryPath
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let checkout = [program, here].lazy.compactMap(checkout(above:)).first
        return ProjectFolder(
            roster: environment["ROSTER_FOLDER"] ?? (checkout ?? here) + "/.roster", checkout: checkout)
    }

    /// Makes the folder; others may enter it (the database may run as another user) and not list it.
    func create() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: roster, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
        } catch {
            throw CommandError(
                "Cannot make \(roster): its parent is not writable by this user. "
                    + "Choose another place: ROSTER_FOLDER=$HOME/.roster roster …")
        }
    }

    private static func checkout(above path: String) -> String? {
        var url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        while url.path != "/" {
            url.deleteLastPathComponent()
            let marks = ["Package.swift", "spec/users.yaml"].map { url.appendingPathComponent($0).path }
            if marks.allSatisfy(FileManager.default.fileExists(atPath:)) { return url.path }
        }
        return nil
    }
}
