import FoundationEssentials
import JWTKit
import Synchronization

@testable import Runtime

/// Makes tokens byte by byte, wrong ones too, which a JWT library would refuse to make.
struct TokenMint {
    static let secret = Array("a secret of the tests that is long enough, 64 bytes and more, yes".utf8)
    static let subject = "0b9fc1a2-7d3e-4f50-8a61-72839405a6b7"
    /// The date that the scripted clock starts at.
    static let now = 1_800_000_000

    static let roles = RoleTable(roles: [
        ("anyone", .anyone), ("user", .token), ("self", .relation), ("support", .claim("support")),
        ("admin", .claim("admin")), ("service", .claim("service")),
    ])

    var header = #"{"alg":"HS256","typ":"JWT"}"#
    var claims = Self.claims()

    /// The claims of a good token as JSON, with further members (each with its comma in front).
    static func claims(subject: String = subject, expires: Int = now + 600, _ more: String = "") -> String {
        #"{"sub":"\#(subject)","exp":\#(expires)\#(more)}"#
    }

    func signed(by signer: any JWTAlgorithm) throws -> String {
        let input = Self.encode(Array(header.utf8)) + "." + Self.encode(Array(claims.utf8))
        return input + "." + Self.encode(try signer.sign(Array(input.utf8)))
    }

    func signed(with secret: [UInt8] = Self.secret, digest: DigestAlgorithm = .sha256) async throws -> String {
        try signed(by: await Self.hmac(secret, digest: digest))
    }

    static func hmac(_ secret: [UInt8], digest: DigestAlgorithm = .sha256) async throws -> any JWTAlgorithm {
        try await JWTKeyCollection().add(hmac: HMACKey(from: secret), digestAlgorithm: digest).getKey()
    }

    static func encode(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { letter -> Character? in
                switch letter {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: letter
                }
            })
    }
}

/// A date that stands still until a test moves it.
final class ScriptedDate: Sendable {
    private let seconds = Mutex(Double(TokenMint.now))

    var clock: TokenClock { TokenClock { self.seconds.withLock { $0 } } }
    func set(_ new: Double) { seconds.withLock { $0 = new } }
}

extension TokenVerifier {
    /// A verifier for the tests' shared secret.
    static func forTests(
        date: ScriptedDate = ScriptedDate(), metrics: Metrics = Metrics(), keys: (any KeySource)? = nil,
        _ change: (inout Configuration) -> Void = { _ in }
    ) async throws -> TokenVerifier {
        var configuration = Configuration()
        change(&configuration)
        let secret = FixedKeys([try await .secret(TokenMint.secret, algorithm: .hs256)])
        return TokenVerifier(
            keys: keys ?? secret, roles: TokenMint.roles, configuration: configuration, metrics: metrics,
            clock: date.clock)
    }

    /// What a token is refused with, in words; `nil` when it is accepted.
    func refusal(of token: String) async -> String? {
        do {
            _ = try await caller(authorization: "Bearer \(token)")
            return nil
        } catch {
            return error.detail
        }
    }
}
