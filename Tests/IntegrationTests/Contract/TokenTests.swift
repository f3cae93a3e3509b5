import Foundation
import JWTKit
import TestSupport
import Testing

@Suite("Who is not known is told so, and nothing else", .timeLimit(.minutes(1)))
struct TokenTests {
    private static let subject = Person().id

    @Test("a token that is none, old, forged or without an identity gets 401 with a challenge, on every operation")
    func refused() async throws {
        let deployment = try await Deployment.shared
        let bad: [(name: String, token: String)] = [
            ("garbage", "garbage"), ("two parts", "a.b"),
            ("expired", try await Deployment.token(subject: Self.subject, lifetime: .seconds(-60))),
            ("no identity", try await Deployment.token(subject: "billing")),
            ("an identity of support", try await Deployment.token(subject: "billing", roles: ["support"])),
            (
                "another secret",
                try await Self.signed(.sha256, by: Array("not the secret of the server, 32 bytes".utf8))
            ),
            ("another algorithm", try await Self.signed(.sha512, by: Deployment.tokenSecret)),
            ("no algorithm", Self.unsigned()),
            ("a good one with one more letter", try await Deployment.token(subject: Self.subject) + "A"),
        ]
        for (name, token) in bad {
            let answer = try await Client(port: deployment.port, token: token).get("/api/users/me")
            #expect(answer.status == 401, "\(name)")
            #expect(answer.code == "invalid_token", "\(name)")
            #expect(answer.headers["www-authenticate"]?.contains("error=\"invalid_token\"") == true, "\(name)")
            #expect(!answer.body.contains(token), "\(name)")
        }
        for operation in DocumentedAPI.ofTheSpec {
            let scene = try await Scene(deployment, operation, Person())
            #expect(try await scene.send(as: Client(port: deployment.port, token: bad[2].token)).status == 401)
        }
    }

    @Test("other credentials than a bearer token count as none", arguments: ["Basic YTpi", "Bearer", "bearer ", "x"])
    func otherCredentials(field: String) async throws {
        let answer = try await Deployment.shared.anonymous.get("/api/users/me", ["Authorization": field])
        #expect(answer.status == 401)
        #expect(answer.headers["www-authenticate"]?.hasPrefix("Bearer realm=\"roster\"") == true)
    }

    @Test("a role that the contract does not have gives nothing, nor do those that no token grants")
    func unknownRoles() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(roles: "Admin", "self", "root", "anyone", "adm\u{131}n")
        #expect(try await client.get(person.settingsPath).status == 403)
        #expect(try await client.get("/api/admin/users").status == 403)
        #expect(try await client.get(person.path).json["status"] == nil)
    }

    @Test("two tokens of one person with different roles are told apart, in either order")
    func rolesOfOneSubject() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let subject = Person().id
        let admin = try await deployment.client(subject: subject, roles: ["admin"])
        let user = try await deployment.client(subject: subject)
        for _ in 0..<3 {
            #expect(try await admin.get(person.path).json["status"] == "active")
            #expect(try await user.get(person.path).json["status"] == nil)
        }
    }

    private static func signed(_ digest: DigestAlgorithm, by secret: [UInt8]) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: Data(secret)), digestAlgorithm: digest)
        return try await keys.sign(Claims(sub: subject, roles: ["admin"], exp: Date().timeIntervalSince1970 + 600))
    }

    private static func unsigned() -> String {
        let claims = "{\"sub\":\"\(subject)\",\"roles\":[\"admin\"],\"exp\":9999999999}"
        return [#"{"alg":"none","typ":"JWT"}"#, claims].map { Data($0.utf8).base64EncodedString() }
            .map { $0.filter { $0 != "=" } }.joined(separator: ".") + "."
    }

    private struct Claims: JWTPayload {
        let sub: String
        let roles: [String]
        let exp: Double
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
