import FoundationEssentials

/// A token in JWS compact serialization (RFC 7515 section 7.1), taken apart; nothing of it is trusted yet.
struct CompactToken {
    let header: Header
    /// What the signature is made over.
    let signingInput: ArraySlice<UInt8>
    let payload: [UInt8]
    let signature: [UInt8]

    /// Of the header only what chooses a key. `jku`, `jwk`, `x5u` and `x5c` bring a key along, and are never looked at.
    struct Header: Decodable {
        let algorithm: String
        let keyID: String?
        let type: String?
        /// `crit` names extensions that must be understood (RFC 7515 section 4.1.11); we understand none.
        let hasCriticalExtensions: Bool

        enum CodingKeys: String, CodingKey {
            case algorithm = "alg"
            case keyID = "kid"
            case type = "typ"
            case critical = "crit"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            algorithm = try values.decode(String.self, forKey: .algorithm)
            keyID = try values.decodeIfPresent(String.self, forKey: .keyID)
            type = try values.decodeIfPresent(String.self, forKey: .type)
            hasCriticalExtensions = values.contains(.critical)
        }

        /// A token of another declared type (a logout or an e-mail token, say) is no access token, though the same key
        /// signs it (RFC 8725 section 3.11).
        var isAccessToken: Bool {
            guard let type = type?.lowercased() else { return true }
            return ["jwt", "at+jwt", "application/jwt", "application/at+jwt"].contains(type)
        }
    }

    init(_ bytes: [UInt8]) throws(TokenRefusal) {
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3,
            let head = Base64URL.decode(parts[0]),
            let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head)),
            header.isAccessToken, !header.hasCriticalExtensions
        else { throw .malformed }
        self.header = header
        self.signingInput = bytes[..<parts[1].endIndex]
        self.payload = payload
        self.signature = signature
    }
}
