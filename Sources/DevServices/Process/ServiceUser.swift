import Foundation

/// The user whom a server runs as: us, or, when we are root, one with fewer rights, since Postgres refuses root.
struct ServiceUser: Sendable {
    /// What is put before a command so that it runs as this user; empty when that is us.
    let prefix: [String]
    private let owner: (user: uid_t, group: gid_t)?

    /// Us when we are a normal user, else `postgres`, else `nobody`.
    static func choose(finder: ProgramFinder) throws -> ServiceUser {
        guard getuid() == 0 else { return ServiceUser(prefix: [], owner: nil) }
        guard let (name, owner) = account("postgres") ?? account("nobody") else {
            throw DevServiceError(
                .startFailed,
                "Postgres refuses to run as root, and there is no user 'postgres' or 'nobody' to run it as.")
        }
        if let setpriv = finder.find("setpriv") {
            return ServiceUser(
                prefix: [setpriv, "--reuid", "\(owner.user)", "--regid", "\(owner.group)", "--clear-groups", "--"],
                owner: owner)
        }
        if let runuser = finder.find("runuser") {
            return ServiceUser(prefix: [runuser, "-u", name, "--"], owner: owner)
        }
        throw DevServiceError(
            .missingProgram,
            "Postgres refuses to run as root, and neither 'setpriv' nor 'runuser' (Debian: util-linux) is there to "
                + "run it as '\(name)'. Run this as a normal user.")
    }

    /// Gives the folder or file to this user.
    func own(_ path: String) throws {
        guard let owner else { return }
        guard lchown(path, owner.user, owner.group) == 0 else {
            throw DevServiceError(.folder, "Cannot give \(path) to the user of the database.")
        }
    }

    /// Whether this user can enter the folder; asked by trying, since modes, groups and mounts all have a say.
    func canEnter(_ folder: String) async -> Bool {
        if prefix.isEmpty { return true }
        let command = prefix + ["/bin/sh", "-c", #"cd "$1""#, "sh", folder]
        return (try? await CommandRunner.run(command))?.status == 0
    }

    private static func account(_ name: String) -> (String, (user: uid_t, group: gid_t))? {
        guard let entry = getpwnam(name) else { return nil }
        return (name, (entry.pointee.pw_uid, entry.pointee.pw_gid))
    }
}
