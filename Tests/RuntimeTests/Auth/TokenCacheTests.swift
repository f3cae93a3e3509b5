import Testing

@testable import Runtime

@Suite("Remembered tokens")
struct TokenCacheTests {
    @Test("a remembered token answers at once until its expiry, and within the leeway it is verified each time")
    func expiry() async throws {
        let date = ScriptedDate()
        let verifier = try await TokenVerifier.forTests(date: date)
        let field = "Bearer " + (try await TokenMint().signed())
        #expect(try verifier.callerNow(authorization: field) == nil)
        _ = try await verifier.caller(authorization: field)
        let end = Double(TokenMint.now + 600)
        date.set(end - 0.001)
        #expect(try verifier.callerNow(authorization: field)?.subject == RecordID(TokenMint.subject))
        date.set(end)
        #expect(try verifier.callerNow(authorization: field) == nil)
        _ = try await verifier.caller(authorization: field)
        #expect(try verifier.callerNow(authorization: field) == nil)
        date.set(end + 30)
        await #expect(throws: Problem.self) { _ = try await verifier.caller(authorization: field) }
    }

    @Test("a date set back before the token's begin is not answered from memory")
    func clockSetBack() async throws {
        let date = ScriptedDate()
        let verifier = try await TokenVerifier.forTests(date: date)
        let claims = TokenMint.claims(#","nbf":\#(TokenMint.now)"#)
        let field = "Bearer " + (try await TokenMint(claims: claims).signed())
        _ = try await verifier.caller(authorization: field)
        date.set(Double(TokenMint.now - 31))
        #expect(try verifier.callerNow(authorization: field) == nil)
    }

    @Test("never more tokens, nor more bytes, are kept than configured", arguments: [0, 1, 10, 100])
    func bound(limit: Int) async throws {
        let verifier = try await TokenVerifier.forTests { $0.rememberedTokens = limit }
        let small = try await TokenVerifier.forTests { $0.rememberedBytes = 1000 }
        for number in 0..<300 {
            let claims = TokenMint.claims(#","jti":"\#(number)""#)
            let field = "Bearer " + (try await TokenMint(claims: claims).signed())
            _ = try await verifier.caller(authorization: field)
            _ = try await small.caller(authorization: field)
        }
        #expect(verifier.rememberedCount <= limit)
        #expect(small.rememberedCount * 150 <= 1000)
    }

    @Test("refused tokens are not remembered, and a token that differs in one letter does not hit")
    func onlyValid() async throws {
        let verifier = try await TokenVerifier.forTests()
        let good = try await TokenMint().signed()
        _ = try await verifier.caller(authorization: "Bearer \(good)")
        var bytes = Array(good.utf8)
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(try verifier.callerNow(authorization: "Bearer " + String(decoding: bytes, as: UTF8.self)) == nil)
            bytes[index] ^= 1
        }
        let forged = try await TokenMint(claims: TokenMint.claims(#","roles":"admin""#)).signed(
            with: TokenMint.secret.reversed())
        #expect(await verifier.refusal(of: forged) != nil)
        #expect(verifier.rememberedCount == 1)
    }

    @Test("callers that verify, hit and evict at once each get their own identity")
    func races() async throws {
        let verifier = try await TokenVerifier.forTests { $0.rememberedTokens = 70 }
        var fields: [(field: String, id: RecordID)] = []
        for number in 0..<100 {
            let id = RecordID(high: 7, low: UInt64(number))
            let token = try await TokenMint(claims: TokenMint.claims(subject: id.description)).signed()
            fields.append(("Bearer " + token, id))
        }
        let people = fields
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for turn in 0..<2000 {
                        let person = people[(turn * 7 + worker * 13) % people.count]
                        var caller = try verifier.callerNow(authorization: person.field)
                        if caller == nil { caller = try await verifier.caller(authorization: person.field) }
                        #expect(caller?.subject == person.id)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(verifier.rememberedCount <= 70)
    }
}
