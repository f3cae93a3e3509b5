import NIOHTTP1
import Testing

@testable import Runtime

@Suite("The Authorization field")
struct AuthorizationFieldTests {
    @Test("a request without the field is anonymous at once")
    func anonymous() async throws {
        let caller = try #require(try await TokenVerifier.forTests().callerNow(authorization: nil))
        #expect(caller.roleNames == ["anyone"] && !caller.isAuthenticated && caller.subject == nil)
    }

    @Test("the scheme is taken in any case", arguments: ["Bearer", "bearer", "BEARER", "bEaReR"])
    func scheme(word: String) async throws {
        let token = try await TokenMint().signed()
        let caller = try await TokenVerifier.forTests().caller(authorization: "\(word) \(token)")
        #expect(caller.isAuthenticated && caller.subject == RecordID(TokenMint.subject))
    }

    @Test("a field that is not one bearer token is refused, and the error is named only for bearer tokens")
    func malformed() async throws {
        let verifier = try await TokenVerifier.forTests()
        let token = try await TokenMint().signed()
        for (field, naming) in [
            ("Bearer", true), ("Bearer ", true), ("Bearer \(token) \(token)", true),
            ("Bearer \(token), Bearer \(token)", true), ("Bearer \(token),", true), ("Bearer Bearer \(token)", true),
            ("Bearer " + String(repeating: "a", count: 8193), true), ("Basic YTpi", false), ("", false),
            ("Bearer\(token)", false), (token, false),
        ] {
            #expect(try verifier.callerNow(authorization: field) == nil)
            let problem = await #expect(throws: Problem.self) { _ = try await verifier.caller(authorization: field) }
            let challenge = try #require(problem?.headers.first { $0.name == "WWW-Authenticate" }?.value)
            #expect(challenge.hasPrefix("Bearer realm=\"roster\""))
            #expect(challenge.contains("error=\"invalid_token\"") == naming)
            #expect(problem?.status.code == 401 && !challenge.contains(token))
        }
    }
}
