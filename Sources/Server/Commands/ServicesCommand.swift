import ArgumentParser
import DevServices
import Foundation

/// The databases without the server: for scripts, and for a debugger that runs the server itself.
struct ServicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services",
        abstract: "Starts a private Postgres and Redis, prints their addresses as shell lines, and runs until Ctrl-C.")

    @Flag(help: "Fast and fresh, in a folder of their own that is deleted at the end.")
    var temporary = false

    func run() async throws {
        let ended = TerminationSignals.first()
        let project = ProjectFolder.locate()
        if !temporary { try project.create() }
        let postgres = try await PrivatePostgres.start(
            temporary ? .test : .development(folder: project.postgres))
        do {
            let redis = try await PrivateRedis.start(temporary ? .test : .development(folder: project.redis))
            print("export DATABASE_URL='\(postgres.url)'\nexport REDIS_URL='\(redis.url)'")
            fflush(nil)
            await ended.value
            await redis.stop()
        } catch {
            await postgres.stop()
            throw error
        }
        await postgres.stop()
    }
}
