import FoundationEssentials
import JWTKit

/// A JWK set (RFC 7517 section 5), read so that a key which we do not know is skipped and the others still count.
/// (jwt-kit's `JWKS` fails as a whole for one key of an unknown type, and has no `oct` keys.)
struct JWKSDocument: Decodable {
    fileprivate let keys: [Entry]

    fileprivate struct Entry: Decodable {
        let kind: String
        let id: String?
        let algorithm: String?
        let use: String?
        let operations: [String]?
        let secret: String?
        let key: JWK?

        enum CodingKeys: String, CodingKey {
            case kind = "kty"
            case id = "kid"
            case algorithm = "alg"
            case use
            case operations = "key_ops"
            case secret = "k"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            kind = try values.decode(String.self, forKey: .kind)
            id = try values.decodeIfPresent(String.self, forKey: .id)
            algorithm = try values.decodeIfPresent(String.self, forKey: .algorithm)
            use = try values.decodeIfPresent(String.self, forKey: .use)
            operations = try values.decodeIfPresent([String].self, forKey: .operations)
            secret = try values.decodeIfPresent(String.self, forKey: .secret)
            key = try? JWK(from: decoder)
        }
    }

    /// The usable keys of a JWK set, and why others were skipped.
    ///
    /// - Throws: `KeyError.notKeySet` or `.noUsableKey`.
    static func read(_ bytes: [UInt8]) async throws -> (keys: [VerificationKey], skipped: [KeyError]) {
        guard let document = try? JSONDecoder().decode(JWKSDocument.self, from: Data(bytes)) else {
            throw KeyError.notKeySet
        }
        var keys: [VerificationKey] = []
        var skipped: [KeyError] = []
        for entry in document.keys where entry.isForSignatures {
            do {
                let key = try await entry.verificationKey()
                guard !keys.contains(where: { $0.id == key.id }) else {
                    throw KeyError.unusable("another key of the set has the same kid, or none either")
                }
                keys.append(key)
            } catch let error as KeyError {
                skipped.append(error)
            } catch {
                // jwt-kit's own words may quote the key.
                skipped.append(.unusable("its parameters are not those of its type"))
            }
        }
        guard !keys.isEmpty else { throw KeyError.noUsableKey }
        return (keys, skipped)
    }
}

extension JWKSDocument.Entry {
    fileprivate var isForSignatures: Bool {
        (use ?? "sig") == "sig" && (operations?.contains("verify") ?? true)
    }

    fileprivate func verificationKey() async throws -> VerificationKey {
        let id = id.map { Array($0.utf8) }
        guard kind == "oct" else {
            guard let key else { throw KeyError.unusable("its type, curve or algorithm is unknown") }
            return try await .jwk(key, id: id)
        }
        guard let algorithm = VerificationKey.SecretAlgorithm(rawValue: algorithm ?? ""),
            let bytes = secret.flatMap({ Base64URL.decode(Array($0.utf8)[...]) })
        else { throw KeyError.unusable("an oct key needs k and an alg of HS256, HS384 or HS512") }
        return try await .secret(bytes, algorithm: algorithm, id: id)
    }
}
