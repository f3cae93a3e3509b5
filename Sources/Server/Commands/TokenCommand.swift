import ArgumentParser
import DevServices
import Foundation

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Prints one token for development, and nothing else.",
        discussion: """
            Signed with ROSTER_JWT_SECRET, else with the secret in .roster/jwt-secret, so that a server with the same \
            settings takes it: issuer, audience and the name of the roles claim are theirs too.
            """)

    @Option(help: "A role of the spec: user, support, admin, service. May be given several times.")
    var role: [String] = []

    @Option(help: "The id of the user who holds the token (default: a demo user for the role).")
    var sub: String?

    @Option(help: "How long the token is good: 90s, 30m, 1h, 7d.")
    var ttl = Lifetime(argument: "1h")!  // a literal that the initializer takes

    func validate() throws {
        if let sub, UUID(uuidString: sub) == nil {
            throw ValidationError("--sub takes a UUID, such as \(DemoIdentity.userID(1)).")
        }
        if role.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) {
            throw ValidationError("--role takes one word.")
        }
    }

    func run() async throws {
        let environment = Environment()
        let settings = try ServerSettings.secrets(environment, .locate(environment: environment))
        let token = DevelopmentToken(
            subject: sub?.lowercased() ?? DevelopmentToken.demoSubject(for: role), roles: role,
            lifetime: ttl.duration)
        print(try await token.sign(for: settings))
    }
}
