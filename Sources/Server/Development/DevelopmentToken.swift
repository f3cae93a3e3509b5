import DevServices
import Foundation
import JWTKit
import Runtime

/// A token as the authentication layer would give it, signed with the shared secret that the server verifies with.
struct DevelopmentToken: Sendable {
    let subject: String
    /// The words of the `roles` claim; `user` stands for any token and is not written.
    let roles: [String]
    let lifetime: Duration

    /// The demo user who stands for these roles: people of different roles are different people.
    static func demoSubject(for roles: [String]) -> String {
        let number = ["admin": 2, "support": 3, "service": 4]
        return DemoIdentity.userID(roles.lazy.compactMap { number[$0] }.first ?? 1)
    }

    /// The signed token, in the compact form of RFC 7515, as a server with these settings takes it.
    ///
    /// - Throws: when tokens are verified with a key set, whose private keys are not here.
    func sign(for settings: ServerSettings, now: Date = Date()) async throws -> String {
        guard let secret = settings.jwtSecret, settings.jwksPath == nil else {
            throw CommandError(
                "ROSTER_JWT_JWKS is set: tokens are signed by whoever holds the private keys of that set, not here.")
        }
        let keys = JWTKeyCollection()
        let key = HMACKey(from: Data(secret.reveal().utf8))
        await keys.add(hmac: key, digestAlgorithm: settings.jwtAlgorithm.digest)
        let issued = Int(now.timeIntervalSince1970)
        return try await keys.sign(
            Claims(
                sub: subject, rolesClaim: settings.tokens.rolesClaim, roles: roles.filter { $0 != "user" }, iat: issued,
                exp: issued + Int(lifetime.components.seconds), iss: settings.tokens.issuer,
                aud: settings.tokens.audience))
    }

    private struct Claims: JWTPayload {
        var sub: String
        var rolesClaim: String
        var roles: [String]
        var iat: Int
        var exp: Int
        var iss: String?
        var aud: String?

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Name.self)
            try members.encode(sub, forKey: Name("sub"))
            try members.encode(roles, forKey: Name(rolesClaim))
            try members.encode(iat, forKey: Name("iat"))
            try members.encode(exp, forKey: Name("exp"))
            try members.encodeIfPresent(iss, forKey: Name("iss"))
            try members.encodeIfPresent(aud, forKey: Name("aud"))
        }

        init(sub: String, rolesClaim: String, roles: [String], iat: Int, exp: Int, iss: String?, aud: String?) {
            self.sub = sub
            self.rolesClaim = rolesClaim
            self.roles = roles
            self.iat = iat
            self.exp = exp
            self.iss = iss
            self.aud = aud
        }

        /// Tokens are made here, never read.
        init(from decoder: any Decoder) throws {
            throw CommandError("A development token is not read.")
        }

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    /// A claim's name, which may be a setting.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension VerificationKey.SecretAlgorithm {
    fileprivate var digest: DigestAlgorithm {
        switch self {
        case .hs256: .sha256
        case .hs384: .sha384
        case .hs512: .sha512
        }
    }
}
