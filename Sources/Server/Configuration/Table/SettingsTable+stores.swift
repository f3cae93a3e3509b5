import Runtime

extension SettingsTable {
    static let stores = SettingGroup(
        title: "Stores and secrets",
        settings: [
            Setting(
                "DATABASE_URL", \.postgres.url, .databaseURL, standard: "none; `roster dev` starts a private one",
                "Where Postgres is."),
            Setting(
                "REDIS_URL", optional: \.redisURL, .redisURL, standard: "none; `roster dev` starts a private one",
                "Where Redis is; without it the cache has one level, in the process."),
            Setting(
                "ROSTER_SECRET", optional: \.sealingKey, .key, standard: "made in `.roster/secret` on first use",
                "Seals what clients carry for the server, such as cursors; the same on all nodes."),
        ])

    static let tokens = SettingGroup(
        title: "Tokens",
        settings: [
            Setting(
                "ROSTER_JWT_SECRET", optional: \.jwtSecret, .secret,
                standard: "made in `.roster/jwt-secret` on first use, unless there is a key set",
                "The shared secret of tokens, at least as long as the hash of its algorithm (RFC 7518 section 3.2)."),
            Setting(
                "ROSTER_JWT_ALGORITHM", \.jwtAlgorithm, .word, "The one algorithm of tokens under the shared secret."),
            Setting(
                "ROSTER_JWT_JWKS", optional: \.jwksPath, .text("a path", longest: 4096),
                "A file with a JSON Web Key Set, in place of the shared secret; read again when it changes."),
            Setting(
                "ROSTER_JWT_JWKS_INTERVAL", \.jwksInterval, .time(.seconds(1)...(.seconds(3600))),
                "How often that file is looked at, at most: a key taken out of it is trusted no longer than this."),
            Setting(
                "ROSTER_JWT_ISSUER", optional: \.tokens.issuer, .text("text"),
                "The `iss` that tokens must have; not set takes any."),
            Setting(
                "ROSTER_JWT_AUDIENCE", optional: \.tokens.audience, .text("text"),
                "The `aud` that tokens must name; not set takes any."),
            Setting(
                "ROSTER_JWT_LEEWAY", \.tokens.leeway, .time(.zero ... .seconds(300)),
                "How far the clocks of issuer and server may be apart."),
            Setting(
                "ROSTER_JWT_ROLES_CLAIM", \.tokens.rolesClaim, .text("a claim's name", longest: 128),
                "The claim that holds the roles."),
            Setting(
                "ROSTER_JWT_ROLES_WITHOUT_IDENTITY", \.tokens.rolesWithoutIdentity, .words,
                "Roles whose tokens need no `sub` that is a UUID."),
            Setting(
                "ROSTER_JWT_LARGEST", \.tokens.largestToken, .bytes(256...65_536),
                "The largest token that is looked at."),
            Setting(
                "ROSTER_JWT_REMEMBERED", \.tokens.rememberedTokens, .number(0...10_000_000),
                "How many verified tokens are remembered until they expire."),
            Setting(
                "ROSTER_JWT_REMEMBERED_BYTES", \.tokens.rememberedBytes, .bytes(0...(1 << 32)),
                "How much memory their texts may take."),
        ])
}
