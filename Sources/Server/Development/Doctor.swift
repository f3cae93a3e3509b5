import DevServices
import Foundation

/// The checks of `roster doctor`, in the order in which they are shown.
enum Doctor {
    struct Check: Sendable {
        let name: String
        let run: @Sendable () async -> Finding
    }

    enum Finding: Sendable {
        case fine(String)
        /// Something to know that stops nobody.
        case note(String)
        /// Something needed is not there; `remedy` is the command or the setting that brings it.
        case missing(String, remedy: String)

        func line(for name: String) -> String {
            let name = name.padding(toLength: 16, withPad: " ", startingAt: 0)
            return switch self {
            case .fine(let text): "ok       \(name)\(text)"
            case .note(let text): "note     \(name)\(text)"
            case .missing(let text, let remedy): "MISSING  \(name)\(text)\n         to get it:      \(remedy)"
            }
        }
    }

    static func checks(environment: Environment, project: ProjectFolder) -> [Check] {
        let finder = ProgramFinder.standard
        return [
            Check(name: "swift") { await swiftVersion(finder) },
            program("postgres", debian: "postgresql", brew: "postgresql@17", unless: environment["DATABASE_URL"]),
            program("initdb", debian: "postgresql", brew: "postgresql@17", unless: environment["DATABASE_URL"]),
            program("redis-server", debian: "redis-server", brew: "redis", unless: environment["REDIS_URL"]),
            header("libpq-fe.h", in: ["postgresql"], package: "libpq", debian: "libpq-dev"),
            header("hiredis.h", in: ["hiredis"], package: "hiredis", debian: "libhiredis-dev"),
            header("yaml.h", in: [""], package: "libyaml", debian: "libyaml-dev"),
            Check(name: "DATABASE_URL") { reach(environment["DATABASE_URL"], standard: 5432, private: "Postgres") },
            Check(name: "REDIS_URL") { reach(environment["REDIS_URL"], standard: 6379, private: "Redis") },
            Check(name: "port 8080") { port(8080) },
            Check(name: "disk") { disk(project) },
        ]
    }

    private static func swiftVersion(_ finder: ProgramFinder) async -> Finding {
        let remedy = "Swift 6.2 or newer from https://www.swift.org/install"
        guard let swift = finder.find("swift") else { return .missing("not found", remedy: remedy) }
        let text = (try? await CommandRunner.run([swift, "--version"]).text) ?? ""
        guard let match = text.firstMatch(of: #/Swift version (\d+)\.(\d+)[^ ]*/#),
            let major = Int(match.1), let minor = Int(match.2)
        else { return .missing("\(swift) does not say its version", remedy: remedy) }
        let words = String(match.0)
        return (major, minor) >= (6, 2) ? .fine(words) : .missing("\(words) is too old", remedy: remedy)
    }

    private static func program(_ name: String, debian: String, brew: String, unless url: String?) -> Check {
        Check(name: name) {
            if let path = ProgramFinder.standard.find(name) { return .fine(path) }
            if url != nil { return .note("not installed, and not needed: the environment names another server") }
            return .missing("not found", remedy: install(debian: debian, brew: brew))
        }
    }

    private static func header(_ name: String, in folders: [String], package: String, debian: String) -> Check {
        Check(name: package) {
            let roots = [
                "/usr/include", "/usr/local/include", "/opt/homebrew/include", "/opt/homebrew/opt/libpq/include",
            ]
            let paths = roots.flatMap { root in (folders + [""]).map { "\(root)/\($0)/\(name)" } }
            if let path = paths.first(where: FileManager.default.fileExists(atPath:)) {
                return .fine(path.replacing("//", with: "/"))
            }
            return .missing("its header \(name) was not found", remedy: install(debian: debian, brew: package))
        }
    }

    private static func install(debian: String, brew: String) -> String {
        #if os(macOS)
            "brew install \(brew)"
        #else
            "sudo apt-get install --no-install-recommends \(debian)"
        #endif
    }

    /// Whether something accepts connections where the URL points; it does not sign in.
    private static func reach(_ url: String?, standard: Int, private name: String) -> Finding {
        guard let url else { return .fine("not set: `roster dev` starts a private \(name)") }
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty else {
            return .missing("is not a URL with a host", remedy: "correct the variable, or unset it")
        }
        let port = parts.port ?? standard
        if PortProbe.answers(host: host, port: port) { return .fine("\(host):\(port) accepts connections") }
        return .missing(
            "nothing answers at \(host):\(port)", remedy: "start \(name) there, correct the variable, or unset it")
    }

    private static func port(_ port: UInt16) -> Finding {
        FreePort.isFree(port)
            ? .fine("free on 127.0.0.1") : .note("taken by another program; use `roster dev --port \(port + 1)`")
    }

    private static func disk(_ project: ProjectFolder) -> Finding {
        let folder = URL(fileURLWithPath: project.roster).deletingLastPathComponent().path
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value else { return .note("cannot be measured") }
        let text = "\(free / 1_000_000) MB free in \(folder)"
        return free > 2_000_000_000
            ? .fine(text) : .missing(text, remedy: "free 2 GB: a build and the databases need them")
    }
}
