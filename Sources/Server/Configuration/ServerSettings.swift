import Logging
import Runtime

/// All that can be set of the server: the runtime's own configurations, filled in, and what the server itself decides.
///
/// The values here are those of `roster serve` when nothing is set.
struct ServerSettings: Sendable {
    var http = HTTPServer.Configuration()
    /// The address is empty until it is known.
    var postgres = PostgresConfiguration(url: "")
    /// How often the database is asked whether a migration has changed it.
    var ledger = ContractWatch.Configuration()
    /// `nil` serves without the second level of the cache.
    var redisURL: Secret?
    var cache = RecordCache.Configuration()
    /// Redis and the other nodes; part of `cache` once `redisURL` is known.
    var sharedCache = SharedCacheConfiguration(redis: RedisConfiguration(address: .standard))
    /// Off makes `cache.bytes` 0 when the settings are read.
    var isCacheOn = true

    /// How long a function by hand may hold up a request.
    var hookTime = Duration.seconds(1)
    /// Hooks after changes.
    var commits = CommitQueue.Configuration()

    var tokens = TokenVerifier.Configuration()
    var jwtSecret: Secret?
    var jwtAlgorithm = VerificationKey.SecretAlgorithm.hs256
    /// The path of a JWK set, in place of a secret.
    var jwksPath: String?
    var jwksInterval = Duration.seconds(10)
    /// `nil` until it is known.
    var sealingKey: SealingKey?

    var log = LogSink.Configuration()
    var logLevel = Logger.Level.info
    var accessLog = RequestLog.Scope.errors
    /// Of the answers below 400 one in so many gets a line.
    var accessLogEvery = 1
    /// Whether `/metrics` is served.
    var servesMetrics = true
    /// The most clients that have series of their own in metrics.
    var clientsInMetrics = 20

    /// The folder with Swagger UI's files; `nil` leaves `/docs` a plain page.
    var swaggerUI: String?

    /// From `/readyz` saying 503 to no longer accepting connections, so that balancers take notice.
    var drainDelay = Duration.zero
    /// How long requests in flight may take to finish at the end.
    var drainTime = Duration.seconds(10)

    /// Where development keeps its databases and secrets; `nil` is `.roster` of the checkout.
    var folder: String?
    /// The file that settings were read from.
    var file: String?
}

extension ServerSettings {
    /// What differs in `roster dev`: a log for people.
    static var development: ServerSettings {
        var settings = ServerSettings()
        settings.log.format = .text
        settings.accessLog = .all
        return settings
    }

    enum LogStream: String, CaseIterable, Sendable {
        case stderr, stdout
    }

    var logStream: LogStream {
        get { log.descriptor == 1 ? .stdout : .stderr }
        set { log.descriptor = newValue == .stdout ? 1 : 2 }
    }
}

extension ServerSettings: CustomStringConvertible, CustomReflectable {
    /// Says nothing: an address in here holds a password. `roster config` shows the settings.
    var description: String { "ServerSettings" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
