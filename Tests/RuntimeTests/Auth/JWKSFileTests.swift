import FoundationEssentials
import JWTKit
import Logging
import Testing

@testable import Runtime

@Suite("A key set in a file")
struct JWKSFileTests {
    private static func octKey(_ id: String, _ secret: [UInt8]) -> String {
        #"{"kty":"oct","alg":"HS256","kid":"\#(id)","k":"\#(TokenMint.encode(secret))"}"#
    }

    private static func withFile(_ keys: [String], _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).json").path
        try write(keys, to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private static func write(_ keys: [String], to path: String) throws {
        try Data("{\"keys\":[\(keys.joined(separator: ","))]}".utf8).write(to: URL(filePath: path), options: .atomic)
    }

    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("keys of unknown types, for encryption, too short or with a name in use are skipped, and the others count")
    func skipping() async throws {
        let ed = #"{"kty":"OKP","crv":"Ed25519","kid":"ed","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let (keys, skipped) = try await JWKSDocument.read(
            Array(
                """
                {"keys": [\(ed), {"kty":"XYZ","kid":"x"}, {"kty":"oct","kid":"s","alg":"HS256","k":"AAAA"},
                {"kty":"RSA","use":"enc","kid":"e"}, {"kty":"RSA","kid":"r","n":"AQAB","e":"AQAB"}, \(ed),
                {"kty":"EC","crv":"P-256","kid":"p","alg":"ES384","x":"AAAA","y":"AAAA"}]}
                """.utf8))
        #expect(keys.map(\.algorithm) == ["EdDSA"])
        #expect(skipped.count == 5)
    }

    @Test("a signature of an impossible length is refused, not trapped on", arguments: [0, 1, 63, 64, 65, 256, 1000])
    func signatureLengths(length: Int) async throws {
        let ed = try await JWTKeyCollection().add(eddsa: EdDSA.PrivateKey()).getKey()
        let es = try await JWTKeyCollection().add(ecdsa: ES384PrivateKey()).getKey()
        for signer in [ed, es] {
            let key = VerificationKey(id: nil, verifier: signer)
            #expect(!key.verifies(Array(repeating: 1, count: length), of: [1, 2, 3]))
        }
    }

    @Test(
        "a file that is no key set, or is not there, is an error at the start", arguments: ["", "[]", #"{"keys":[]}"#])
    func start(text: String) async throws {
        await #expect(throws: KeyError.self) { _ = try await JWKSDocument.read(Array(text.utf8)) }
        await #expect(throws: KeyError.self) {
            _ = try await JWKSFile(path: "/nowhere/keys.json", at: 0, logger: Self.silent)
        }
    }

    @Test("a new key is found by its first token, but the file is looked at only once per interval")
    func rotation() async throws {
        let old = Self.octKey("old", TokenMint.secret)
        let secret = Array("the next secret of the tests, long enough".utf8)
        try await Self.withFile([old]) { path in
            let date = ScriptedDate()
            let start = Double(TokenMint.now)
            let file = try await JWKSFile(path: path, at: start, logger: Self.silent)
            let verifier = try await TokenVerifier.forTests(date: date, keys: file)
            let token = try await TokenMint(header: #"{"alg":"HS256","kid":"new"}"#).signed(with: secret)
            try Self.write([old, Self.octKey("new", secret)], to: path)
            date.set(start + 9.9)
            #expect(await verifier.refusal(of: token) == TokenRefusal.untrusted.rawValue)
            date.set(start + 10)
            #expect(await verifier.refusal(of: token) == nil)
        }
    }

    @Test("a key taken out of the file stops being trusted within the interval, for remembered tokens too")
    func withdrawal() async throws {
        let next = Self.octKey("next", Array("the next secret of the tests, long enough".utf8))
        try await Self.withFile([Self.octKey("old", TokenMint.secret), next]) { path in
            let date = ScriptedDate()
            let start = Double(TokenMint.now)
            let file = try await JWKSFile(path: path, at: start, logger: Self.silent)
            let verifier = try await TokenVerifier.forTests(date: date, keys: file)
            let token = try await TokenMint(header: #"{"alg":"HS256","kid":"old"}"#).signed()
            #expect(await verifier.refusal(of: token) == nil)
            try Self.write([next], to: path)
            date.set(start + 9.9)
            #expect(try verifier.callerNow(authorization: "Bearer \(token)") != nil)
            date.set(start + 10)
            #expect(try verifier.callerNow(authorization: "Bearer \(token)") == nil)
            #expect(await verifier.refusal(of: token) == TokenRefusal.untrusted.rawValue)
            #expect(try verifier.callerNow(authorization: "Bearer \(token)") == nil)
        }
    }

    @Test("a file that is broken or gone later keeps the keys that were read")
    func broken() async throws {
        try await Self.withFile([Self.octKey("old", TokenMint.secret)]) { path in
            let date = ScriptedDate()
            let file = try await JWKSFile(path: path, at: Double(TokenMint.now), logger: Self.silent)
            let verifier = try await TokenVerifier.forTests(date: date, keys: file)
            let token = try await TokenMint(header: #"{"alg":"HS256","kid":"old"}"#).signed()
            try Data("{".utf8).write(to: URL(filePath: path), options: .atomic)
            date.set(Double(TokenMint.now + 20))
            #expect(await verifier.refusal(of: token) == nil)
            try FileManager.default.removeItem(atPath: path)
            date.set(Double(TokenMint.now + 40))
            #expect(await verifier.refusal(of: token) == nil)
        }
    }
}
