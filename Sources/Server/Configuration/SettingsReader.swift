import Runtime

/// Reads the settings from the environment and the file that it may name. Does no more than that: whether there is a
/// database, and which secrets stand in `.roster`, is for the commands.
struct SettingsReader {
    /// Where a value came from.
    enum Source: String, Sendable {
        case standard = "default"
        case environment, file
    }

    private(set) var settings: ServerSettings
    /// By name, for those that are set.
    private(set) var sources: [String: Source] = [:]

    /// - Parameter base: what holds where nothing is set.
    /// - Throws: all mistakes at once.
    init(_ environment: Environment, base: ServerSettings = ServerSettings()) throws(SettingsRefused) {
        settings = base
        let file: [String: String] =
            if let path = environment["ROSTER_CONFIG"] { try SettingsFile.read(path) } else { [:] }
        var mistakes = Self.unknown(environment.names.filter { $0.hasPrefix("ROSTER_") }, where: "")
        mistakes += Self.unknown(Array(file.keys), where: " in the file")
        mistakes += ["ROSTER_CONFIG", "ROSTER_FOLDER"].filter { file[$0] != nil }.map {
            "\($0): it is read from the environment only, and stands in the file."
        }
        for setting in SettingsTable.settings {
            guard let (text, source) = Self.find(setting.name, environment, file) else { continue }
            do {
                try setting.set(text, &settings)
                sources[setting.name] = source
            } catch {
                mistakes.append("\(setting.name): \(error.reason). It takes \(setting.takes).")
            }
        }
        if mistakes.isEmpty { mistakes = settings.contradictions }
        guard mistakes.isEmpty else { throw SettingsRefused(mistakes: mistakes) }
        if !settings.isCacheOn { settings.cache.bytes = 0 }
    }

    /// An empty value is as good as none.
    private static func find(
        _ name: String, _ environment: Environment, _ file: [String: String]
    ) -> (String, Source)? {
        if let text = environment[name] { return (text, .environment) }
        if let text = file[name], !text.isEmpty { return (text, .file) }
        return nil
    }

    private static func unknown(_ names: [String], where place: String) -> [String] {
        let known = SettingsTable.settings.map(\.name)
        return names.filter { !known.contains($0) && !SettingsTable.readElsewhere.contains($0) }.sorted().map { name in
            let nearest = EditDistance.nearest(to: name, in: known)
            return "\(name.shown)\(place) is no setting."
                + (nearest.map { " Did you mean \($0)?" } ?? " `roster config` lists those there are.")
        }
    }
}

extension ServerSettings {
    /// Settings that are well written and cannot be together.
    var contradictions: [String] {
        var found: [String] = []
        if jwtSecret != nil, jwksPath != nil {
            found.append("ROSTER_JWT_SECRET and ROSTER_JWT_JWKS exclude each other: set one.")
        }
        if let jwtSecret, jwtSecret.reveal().utf8.count < jwtAlgorithm.smallestSecret {
            found.append(
                "ROSTER_JWT_SECRET: it is too short: \(jwtAlgorithm.rawValue) needs \(jwtAlgorithm.smallestSecret) bytes "
                    + "or more, such as `openssl rand -base64 \(jwtAlgorithm.smallestSecret)` makes.")
        }
        if postgres.minimumBackOff > postgres.maximumBackOff {
            found.append("ROSTER_POSTGRES_MIN_BACKOFF is longer than ROSTER_POSTGRES_MAX_BACKOFF.")
        }
        if sharedCache.redis.minimumBackOff > sharedCache.redis.maximumBackOff {
            found.append("ROSTER_REDIS_MIN_BACKOFF is longer than ROSTER_REDIS_MAX_BACKOFF.")
        }
        if sharedCache.lease <= sharedCache.heartbeat * 2 {
            found.append(
                "ROSTER_CACHE_LEASE is not more than twice ROSTER_CACHE_HEARTBEAT: one late heartbeat would stop the cache."
            )
        }
        if isCacheOn, cache.settleTime < postgres.statementTimeout {
            found.append(
                "ROSTER_CACHE_SETTLE_TIME is shorter than ROSTER_POSTGRES_STATEMENT_TIME: a write that is given up could "
                    + "still happen after its record is cached again.")
        }
        return found
    }
}
