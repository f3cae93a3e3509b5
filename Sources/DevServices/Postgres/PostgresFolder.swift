import Foundation

/// Where a private Postgres lives, such that the user whom it runs as can reach its data.
enum PostgresFolder {
    /// The folder, made, and what the developer should be told about it.
    static func choose(
        _ configuration: PrivatePostgres.Configuration, user: ServiceUser
    ) async throws -> (folder: String, notices: [String]) {
        guard let asked = configuration.folder else {
            return (try await reachable(Folder.temporary("roster-postgres"), by: user), [])
        }
        let path = URL(fileURLWithPath: asked).path
        try Folder.create(path, mode: 0o711)
        if await user.canEnter(path) { return (path, []) }
        let substitute = try Folder.substitute(for: path, name: "roster-postgres")
        let notice =
            "Postgres cannot run as root, and the user it runs as may not enter \(path), so its data is in \(substitute)."
        return (try await reachable(substitute, by: user), [notice])
    }

    private static func reachable(_ folder: String, by user: ServiceUser) async throws -> String {
        if await user.canEnter(folder) { return folder }
        throw DevServiceError(.folder, "The user whom Postgres runs as may not enter \(folder). Set TMPDIR=/tmp.")
    }
}
