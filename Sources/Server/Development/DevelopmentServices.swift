import DevServices

/// The databases of a development server: those that the environment names, else private ones.
struct DevelopmentServices: Sendable {
    let databaseURL: String
    let redisURL: String
    /// Nil when DATABASE_URL names one.
    let postgres: PrivatePostgres?
    /// Nil when REDIS_URL names one.
    let redis: PrivateRedis?

    static func start(_ environment: Environment, _ project: ProjectFolder) async throws -> DevelopmentServices {
        try project.create()
        let postgres: PrivatePostgres? =
            environment["DATABASE_URL"] == nil
            ? try await PrivatePostgres.start(.development(folder: project.postgres)) : nil
        do {
            let redis: PrivateRedis? =
                environment["REDIS_URL"] == nil
                ? try await PrivateRedis.start(.development(folder: project.redis)) : nil
            return DevelopmentServices(
                databaseURL: postgres?.url ?? environment["DATABASE_URL"] ?? "",
                redisURL: redis?.url ?? environment["REDIS_URL"] ?? "", postgres: postgres, redis: redis)
        } catch {
            await postgres?.stop()
            throw error
        }
    }

    func stop() async {
        await redis?.stop()
        await postgres?.stop()
    }
}
