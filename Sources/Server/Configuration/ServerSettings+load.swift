import DevServices
import Logging
import Runtime

extension ServerSettings {
    /// The settings of a command that serves: those that are set, and the secrets in `.roster` for those that are not.
    ///
    /// - Parameters:
    ///   - base: `ServerSettings()` for `roster serve`, `.development` for `roster dev`.
    ///   - databaseURL: of a private Postgres that was started because none is set.
    static func load(
        _ environment: Environment, _ project: ProjectFolder, base: ServerSettings = ServerSettings(),
        databaseURL: String? = nil, redisURL: String? = nil
    ) throws -> ServerSettings {
        var settings = try SettingsReader(environment, base: base).settings
        if let databaseURL { settings.postgres.url = databaseURL }
        if let redisURL { settings.redisURL = Secret(redisURL) }
        if let url = settings.redisURL {
            settings.sharedCache.redis.address = try RedisAddress(url: url.reveal())
            settings.cache.shared = settings.sharedCache
        }
        guard !settings.postgres.url.isEmpty else {
            throw CommandError("DATABASE_URL is not set. For a private database run `roster dev` instead.")
        }
        try settings.fillInSecrets(project)
        return settings
    }

    /// The settings of a command that needs the secrets and no database.
    static func secrets(_ environment: Environment, _ project: ProjectFolder) throws -> ServerSettings {
        var settings = try SettingsReader(environment).settings
        try settings.fillInSecrets(project)
        return settings
    }

    private mutating func fillInSecrets(_ project: ProjectFolder) throws {
        let needsTokenSecret = jwtSecret == nil && jwksPath == nil
        guard needsTokenSecret || sealingKey == nil else { return }
        try project.create()
        if needsTokenSecret {
            jwtSecret = Secret(try SecretFile.readOrCreate(project.tokenSecret))
            if let contradiction = contradictions.first { throw SettingsRefused(mistakes: [contradiction]) }
        }
        if sealingKey == nil {
            guard let key = SealingKey(try SecretFile.readOrCreate(project.sealingSecret)) else {
                throw CommandError(
                    "\(project.sealingSecret) holds no 32 bytes as base64. Delete it, and it will be made anew.")
            }
            sealingKey = key
        }
    }

    /// The keys that tokens are verified with.
    /// - Throws: `KeyError` when the file holds no usable key or the secret is too short.
    func keySource(logger: Logger) async throws -> any KeySource {
        if let jwksPath {
            let seconds = jwksInterval / .seconds(1)
            return try await JWKSFile(
                path: jwksPath, interval: seconds, at: TokenClock.system.now, logger: logger)
        }
        let secret = Array((jwtSecret ?? Secret("")).reveal().utf8)
        return FixedKeys([try await .secret(secret, algorithm: jwtAlgorithm)])
    }
}
