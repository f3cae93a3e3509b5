/// Verifies the bearer tokens (JWTs, RFC 7519) of the authentication layer and remembers them until they expire.
///
/// Verifying runs on the caller's event loop: it waits for nothing but, rarely, a key file. So there are never more
/// verifications at a time than event loops, a flood of bad tokens costs each connection its own turn like any other
/// request, and neither a queue nor a semaphore can fill. Refusals are not remembered: an attacker would choose what is.
package final class TokenVerifier: Authenticator {
    private let source: any KeySource
    private let roles: RoleTable
    private let configuration: Configuration
    private let clock: TokenClock
    private let anonymous: Caller
    private let remembered: TokenCache
    private let counters: Counters

    private struct Counters {
        let remembered: Counter
        let verified: Counter
        let refused: Counter

        init(_ metrics: Metrics) {
            func counter(_ result: String) -> Counter {
                metrics.counter(
                    "roster_auth_tokens_total", help: "Bearer tokens by what became of them.",
                    labels: [("result", result)])
            }
            remembered = counter("remembered")
            verified = counter("verified")
            refused = counter("refused")
        }
    }

    package init(
        keys: any KeySource, roles: RoleTable, configuration: Configuration = Configuration(), metrics: Metrics,
        clock: TokenClock = .system
    ) {
        self.source = keys
        self.roles = roles
        self.configuration = configuration
        self.clock = clock
        self.anonymous = roles.anonymousCaller
        self.remembered = TokenCache(
            entries: configuration.rememberedTokens, bytes: configuration.rememberedBytes)
        self.counters = Counters(metrics)
    }

    /// How many tokens are remembered.
    var rememberedCount: Int { remembered.count }

    package func callerNow(authorization: String?) throws(Problem) -> Caller? {
        guard let authorization else { return anonymous }
        let now = clock.now
        // Once in a while one request goes the long way, so that the key file is looked at.
        guard !source.isDue(at: now) else { return nil }
        let generation = source.keys.generation
        let limit = configuration.largestToken
        let found = authorization.utf8.withContiguousStorageIfAvailable { field -> Caller? in
            guard case .token(let range) = BearerCredential(field, limit: limit) else { return nil }
            return remembered.caller(
                of: UnsafeBufferPointer(rebasing: field[range]), at: now, generation: generation)
        }
        guard let caller = found ?? nil else { return nil }
        counters.remembered.increment()
        return caller
    }

    package func caller(authorization: String) async throws(Problem) -> Caller {
        let field = Array(authorization.utf8)
        switch field.withUnsafeBufferPointer({ BearerCredential($0, limit: configuration.largestToken) }) {
        case .otherScheme:
            throw .authenticationRequired
        case .malformed:
            counters.refused.increment()
            throw .invalidToken(.malformed)
        case .token(let range):
            return try await caller(token: Array(field[range]))
        }
    }

    private func caller(token: [UInt8]) async throws(Problem) -> Caller {
        do throws(TokenRefusal) {
            let now = clock.now
            let parts = try CompactToken(token)
            let keys = await keys(for: parts.header, at: now)
            let entry = try verify(parts, token: token, keys: keys, at: now)
            remembered.remember(entry, at: now)
            counters.verified.increment()
            return entry.caller
        } catch {
            counters.refused.increment()
            throw .invalidToken(error)
        }
    }

    private func keys(for header: CompactToken.Header, at now: Double) async -> KeySet {
        let missing = source.keys.key(id: header.keyID.map { Array($0.utf8) }) == nil
        guard missing || source.isDue(at: now) else { return source.keys }
        return await source.newest(at: now, missing: missing)
    }

    private func verify(
        _ parts: CompactToken, token: [UInt8], keys: KeySet, at now: Double
    ) throws(TokenRefusal) -> TokenCache.Entry {
        guard let key = keys.key(id: parts.header.keyID.map { Array($0.utf8) }),
            key.algorithm == parts.header.algorithm, key.verifies(parts.signature, of: parts.signingInput)
        else { throw .untrusted }
        let claims = try TokenClaims(json: parts.payload, rolesClaim: configuration.rolesClaim)
        try claims.check(configuration, at: now)
        return TokenCache.Entry(
            token: token, caller: try caller(claims),
            begins: max(claims.notBefore ?? -.infinity, claims.issuedAt ?? -.infinity) - configuration.leewaySeconds,
            ends: claims.expires, generation: keys.generation)
    }

    private func caller(_ claims: TokenClaims) throws(TokenRefusal) -> Caller {
        let granted = claims.roles.reduce(into: roles.authenticated) { $0.formUnion(roles.granted(byClaim: $1)) }
        let names = roles.names(of: granted)
        let subject = claims.subject.flatMap { RecordID($0) }
        guard subject != nil || names.contains(where: configuration.rolesWithoutIdentity.contains) else {
            throw .noIdentity
        }
        return Caller(subject: subject, roles: granted, roleNames: names, isAuthenticated: true)
    }
}
