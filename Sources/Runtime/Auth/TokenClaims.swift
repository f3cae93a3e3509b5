import FoundationEssentials

/// The claims of a token that we read (RFC 7519 section 4.1). Dates are seconds since 1970, and may have a fraction.
struct TokenClaims {
    var subject: String?
    var issuer: String?
    var audience: [String]
    var expires: Double
    var notBefore: Double?
    var issuedAt: Double?
    var roles: [String]

    /// - Parameter rolesClaim: the claim that holds the roles: an array of strings or one string with spaces.
    init(json: [UInt8], rolesClaim: String) throws(TokenRefusal) {
        let decoder = JSONDecoder()
        decoder.userInfo[Wire.rolesClaim] = rolesClaim
        guard let wire = try? decoder.decode(Wire.self, from: Data(json)) else { throw .malformed }
        self = wire.claims
    }

    /// Whether the dates, the issuer and the audience admit the token.
    func check(_ rules: TokenVerifier.Configuration, at now: Double) throws(TokenRefusal) {
        guard now < expires + rules.leewaySeconds else { throw .expired }
        if let notBefore, now + rules.leewaySeconds < notBefore { throw .notYetValid }
        // Signed in the future: by a clock that cannot be believed about the expiry either.
        if let issuedAt, now + rules.leewaySeconds < issuedAt { throw .notYetValid }
        if let wanted = rules.issuer, !(issuer.map { Self.same($0, wanted) } ?? false) { throw .otherIssuer }
        if let wanted = rules.audience, !audience.contains(where: { Self.same($0, wanted) }) { throw .otherAudience }
    }

    /// Compares bytes (RFC 7519 section 2, StringOrURI): `String ==` takes two spellings of one letter for the same.
    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}

extension TokenClaims {
    private init(
        subject: String?, issuer: String?, audience: [String], expires: Double, notBefore: Double?, issuedAt: Double?,
        roles: [String], _: Void
    ) {
        self.subject = subject
        self.issuer = issuer
        self.audience = audience
        self.expires = expires
        self.notBefore = notBefore
        self.issuedAt = issuedAt
        self.roles = roles
    }

    /// The claims as they are written. A claim of the wrong type refuses the token: guessing could only widen it.
    private struct Wire: Decodable {
        static let rolesClaim = CodingUserInfoKey(rawValue: "roles claim")!  // nil only for keys that are no strings

        let claims: TokenClaims

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Name.self)
            let rolesClaim = decoder.userInfo[Self.rolesClaim] as? String ?? "roles"
            claims = TokenClaims(
                subject: try values.decodeIfPresent(String.self, forKey: Name("sub")),
                issuer: try values.decodeIfPresent(String.self, forKey: Name("iss")),
                audience: try values.oneOrMany(Name("aud")),
                expires: try values.decode(Double.self, forKey: Name("exp")),
                notBefore: try values.decodeIfPresent(Double.self, forKey: Name("nbf")),
                issuedAt: try values.decodeIfPresent(Double.self, forKey: Name("iat")),
                roles: try values.oneOrMany(Name(rolesClaim)).flatMap { $0.split(separator: " ").map(String.init) },
                ())
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

extension KeyedDecodingContainer {
    /// A string, an array of strings, or nothing at all.
    fileprivate func oneOrMany(_ key: Key) throws -> [String] {
        guard contains(key), try !decodeNil(forKey: key) else { return [] }
        if let one = try? decode(String.self, forKey: key) { return [one] }
        return try decode([String].self, forKey: key)
    }
}
