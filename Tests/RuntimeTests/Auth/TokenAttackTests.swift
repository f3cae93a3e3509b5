import JWTKit
import Testing

@testable import Runtime

@Suite("Tokens that must be refused")
struct TokenAttackTests {
    @Test(
        "a header that asks for another algorithm, or brings conditions, does not choose how it is verified",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":""}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS512"}"#,
            #"{"alg":"RS256"}"#, #"{"alg":"ES256"}"#, #"{"alg":null}"#, #"{"alg":["HS256"]}"#, "{}", "[]", "", "{",
            #"{"alg":"HS256","crit":["b64"],"b64":false}"#, #"{"alg":"HS256","typ":"logout+jwt"}"#,
        ])
    func header(json: String) async throws {
        let verifier = try await TokenVerifier.forTests()
        let token = try await TokenMint(header: json).signed()
        #expect(await verifier.refusal(of: token) != nil)
        #expect(verifier.rememberedCount == 0)
    }

    @Test("a token without a signature is refused, whatever its header says")
    func unsigned() async throws {
        let verifier = try await TokenVerifier.forTests()
        for header in [#"{"alg":"none"}"#, #"{"alg":"HS256"}"#] {
            let signed = try await TokenMint(header: header).signed()
            let dot = try #require(signed.lastIndex(of: "."))
            let unsigned = String(signed[...dot])
            #expect(await verifier.refusal(of: unsigned) == TokenRefusal.untrusted.rawValue)
        }
    }

    @Test("a public key is no shared secret: an HS token made with its text is refused")
    func confusion() async throws {
        let key = ES256PrivateKey()
        let signer = try await JWTKeyCollection().add(ecdsa: key).getKey()
        let verifier = try await TokenVerifier.forTests(keys: FixedKeys([VerificationKey(id: nil, verifier: signer)]))
        let good = try TokenMint(header: #"{"alg":"ES256"}"#).signed(by: signer)
        #expect(await verifier.refusal(of: good) == nil)
        let text = Array(key.publicKey.pemRepresentation.utf8)
        for header in [#"{"alg":"HS256"}"#, #"{"alg":"ES256"}"#] {
            let forged = try await TokenMint(header: header).signed(with: text)
            #expect(await verifier.refusal(of: forged) == TokenRefusal.untrusted.rawValue)
        }
    }

    @Test("among several keys the kid chooses, and a token without one, or with an unknown one, is refused")
    func keyNames() async throws {
        let other = Array("another secret of the tests, long enough".utf8)
        let verifier = try await TokenVerifier.forTests(
            keys: FixedKeys([
                try await .secret(TokenMint.secret, algorithm: .hs256, id: Array("a".utf8)),
                try await .secret(other, algorithm: .hs256, id: Array("b".utf8)),
            ]))
        let named = TokenMint(header: #"{"alg":"HS256","kid":"a"}"#)
        #expect(await verifier.refusal(of: try await named.signed()) == nil)
        #expect(await verifier.refusal(of: try await named.signed(with: other)) != nil)
        #expect(await verifier.refusal(of: try await TokenMint().signed()) != nil)
        #expect(await verifier.refusal(of: try await TokenMint(header: #"{"alg":"HS256","kid":"c"}"#).signed()) != nil)
    }

    @Test(
        "dates are kept to the second, with the leeway on the right side",
        arguments: [
            (TokenMint.claims(expires: TokenMint.now - 29), TokenRefusal?.none),
            (TokenMint.claims(expires: TokenMint.now - 30), .expired),
            (TokenMint.claims(#","nbf":\#(TokenMint.now + 30)"#), .none),
            (TokenMint.claims(#","nbf":\#(TokenMint.now + 31)"#), .notYetValid),
            (TokenMint.claims(#","iat":\#(TokenMint.now + 30)"#), .none),
            (TokenMint.claims(#","iat":\#(TokenMint.now + 31)"#), .notYetValid),
            (#"{"sub":"\#(TokenMint.subject)"}"#, .malformed),
            (#"{"sub":"\#(TokenMint.subject)","exp":"1900000000"}"#, .malformed),
            (#"{"sub":"\#(TokenMint.subject)","exp":null}"#, .malformed),
        ])
    func dates(claims: String, expected: TokenRefusal?) async throws {
        let verifier = try await TokenVerifier.forTests()
        #expect(await verifier.refusal(of: try await TokenMint(claims: claims).signed()) == expected?.rawValue)
    }

    @Test(
        "a configured issuer and audience must be named, byte for byte",
        arguments: [
            (#","iss":"caf\u00e9","aud":"api""#, TokenRefusal?.none),
            (#","iss":"caf\u00e9","aud":["web","api"]"#, .none),
            (#","iss":"cafe\u0301","aud":"api""#, .otherIssuer),
            (#","aud":"api""#, .otherIssuer),
            (#","iss":"caf\u00e9""#, .otherAudience),
            (#","iss":"caf\u00e9","aud":[]"#, .otherAudience),
            (#","iss":"caf\u00e9","aud":"API""#, .otherAudience),
            (#","iss":"caf\u00e9","aud":7"#, .malformed),
        ])
    func parties(more: String, expected: TokenRefusal?) async throws {
        let verifier = try await TokenVerifier.forTests {
            $0.issuer = "caf\u{e9}"
            $0.audience = "api"
        }
        let token = try await TokenMint(claims: TokenMint.claims(more)).signed()
        #expect(await verifier.refusal(of: token) == expected?.rawValue)
    }

    @Test(
        "a subject that is no UUID is admitted for service tokens only, and then names nobody",
        arguments: [
            ("billing", #","roles":["service"]"#, true), ("billing", #","roles":["admin"]"#, false),
            ("billing", "", false), ("", #","roles":"service""#, true),
        ])
    func subjects(subject: String, more: String, admitted: Bool) async throws {
        let verifier = try await TokenVerifier.forTests()
        let token = try await TokenMint(claims: TokenMint.claims(subject: subject, more)).signed()
        let caller = try? await verifier.caller(authorization: "Bearer \(token)")
        #expect((caller != nil) == admitted)
        #expect(caller?.subject == nil)
    }

    @Test(
        "roles of a wrong type refuse the token, and unknown names grant nothing",
        arguments: [
            ("7", [String]?.none), (#"{"admin":true}"#, .none), ("[1]", .none), (#"["admin",null]"#, .none),
            ("null", ["anyone", "user"]), ("[]", ["anyone", "user"]), (#""root self user""#, ["anyone", "user"]),
            (#""admin support""#, ["anyone", "user", "support", "admin"]), (#"["Admin"]"#, ["anyone", "user"]),
        ])
    func roles(json: String, expected: [String]?) async throws {
        let verifier = try await TokenVerifier.forTests()
        let token = try await TokenMint(claims: TokenMint.claims(#","roles":\#(json)"#)).signed()
        let caller = try? await verifier.caller(authorization: "Bearer \(token)")
        #expect(caller?.roleNames == expected)
    }

    @Test("one token has one spelling: padding, the other alphabet, left-over bits and a fourth part are refused")
    func spellings() async throws {
        let verifier = try await TokenVerifier.forTests()
        let good = try await TokenMint().signed()
        // 32 bytes are 43 letters, so the last one carries two bits that say nothing.
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let letter = try #require(good.last)
        let last = try #require(letters.firstIndex(of: letter))
        for bad in [
            good + "=", good + ".", good + ".AAAA", String(good.dropLast()) + String(letters[last ^ 1]), "." + good,
            good.replacing(".", with: ".."), String(good.dropLast()), "..", "a.b.c", "\u{0}",
        ] {
            #expect(await verifier.refusal(of: bad) != nil)
        }
        #expect(await verifier.refusal(of: good) == nil)
    }
}
