import ArgumentParser
import Foundation

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves on the databases at DATABASE_URL and REDIS_URL, until SIGTERM.")

    @OptionGroup var address: AddressOptions

    func run() async throws {
        let environment = Environment()
        let (host, port) = try address.resolve(environment)
        let settings = ServeSettings(
            host: host, port: port, databaseURL: try environment.require("DATABASE_URL", for: "serve"),
            redisURL: environment["REDIS_URL"],
            tokenSecret: try TokenSecret.resolve(environment, .locate(environment: environment)))
        try await Serving.serve(settings, whenListening: {})
    }
}
