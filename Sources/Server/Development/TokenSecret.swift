import DevServices

/// The secret that development tokens are signed with, and that the server checks them with.
enum TokenSecret {
    /// `ROSTER_JWT_SECRET`, else the one in `.roster/jwt-secret`, which is made on first use.
    ///
    /// - Throws: When the given secret is shorter than the 32 bytes that HS256 asks for (RFC 7518 section 3.2).
    static func resolve(_ environment: Environment, _ project: ProjectFolder) throws -> String {
        if let secret = environment["ROSTER_JWT_SECRET"] {
            guard secret.utf8.count >= 32 else {
                throw CommandError(
                    "ROSTER_JWT_SECRET is too short: HS256 needs 32 bytes or more. `openssl rand -base64 32`")
            }
            return secret
        }
        try project.create()
        return try SecretFile.readOrCreate(project.tokenSecret)
    }
}
