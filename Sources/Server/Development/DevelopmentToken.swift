import DevServices
import Foundation
import JWTKit

/// A token as the authentication layer would give it, signed with the development secret.
struct DevelopmentToken: Sendable {
    let subject: String
    /// The words of the `roles` claim; `user` stands for any token and is not written.
    let roles: [String]
    let lifetime: Duration
    var issuer: String?
    var audience: String?

    /// The demo user who stands for these roles: people of different roles are different people.
    static func demoSubject(for roles: [String]) -> String {
        let number = ["admin": 2, "support": 3, "service": 4]
        return DemoIdentity.userID(roles.lazy.compactMap { number[$0] }.first ?? 1)
    }

    /// The signed token, in the compact form of RFC 7515.
    func sign(secret: String, now: Date = Date()) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: Data(secret.utf8)), digestAlgorithm: .sha256)
        let issued = Int(now.timeIntervalSince1970)
        return try await keys.sign(
            Claims(
                sub: subject, roles: roles.filter { $0 != "user" }, iat: issued,
                exp: issued + Int(lifetime.components.seconds), iss: issuer, aud: audience))
    }

    private struct Claims: JWTPayload {
        let sub: String
        let roles: [String]
        let iat: Int
        let exp: Int
        let iss: String?
        let aud: String?

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
