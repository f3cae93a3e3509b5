import DevServices

extension PrivateRedis {
    /// The one for suites that don't stop, freeze or fill it, as for Postgres.
    package static var shared: PrivateRedis {
        get async throws { try await start.value }
    }

    private static let start = Task { try await PrivateRedis.start(.test) }
}
