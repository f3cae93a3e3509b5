import JWTKit

/// A key together with the one algorithm that it may be used with (RFC 8725 section 3.1).
package struct VerificationKey: Sendable {
    /// The `kid` as bytes; `nil` for a shared secret, which has no name.
    package let id: [UInt8]?
    /// The algorithm's name in token headers: `HS256`, `ES384`, `EdDSA`, …
    package let algorithm: String
    private let verifier: any JWTAlgorithm

    init(id: [UInt8]?, verifier: any JWTAlgorithm) {
        self.id = id
        self.algorithm = verifier.name
        self.verifier = verifier
    }

    /// Whether `signature` was made over `input` with this key's algorithm. A signature of an impossible shape was not.
    func verifies(_ signature: [UInt8], of input: ArraySlice<UInt8>) -> Bool {
        guard !signature.isEmpty else { return false }
        return (try? verifier.verify(signature, signs: input)) ?? false
    }
}

extension VerificationKey {
    /// The algorithms of a shared secret. Which one is pinned is configuration, never the token's choice.
    package enum SecretAlgorithm: String, CaseIterable, Sendable {
        case hs256 = "HS256"
        case hs384 = "HS384"
        case hs512 = "HS512"

        /// The smallest secret in bytes: as long as the hash (RFC 7518 section 3.2).
        package var smallestSecret: Int {
            switch self {
            case .hs256: 32
            case .hs384: 48
            case .hs512: 64
            }
        }

        fileprivate var digest: DigestAlgorithm {
            switch self {
            case .hs256: .sha256
            case .hs384: .sha384
            case .hs512: .sha512
            }
        }
    }

    /// A key from a shared secret.
    ///
    /// - Throws: `KeyError.shortSecret` when the secret is shorter than the hash of its algorithm.
    package static func secret(
        _ secret: [UInt8], algorithm: SecretAlgorithm, id: [UInt8]? = nil
    ) async throws -> VerificationKey {
        guard secret.count >= algorithm.smallestSecret else {
            throw KeyError.shortSecret(smallest: algorithm.smallestSecret)
        }
        let collection = JWTKeyCollection()
        await collection.add(hmac: HMACKey(from: secret), digestAlgorithm: algorithm.digest)
        return VerificationKey(id: id, verifier: try await collection.getKey())
    }

    /// A public key from a JSON Web Key (RFC 7517). Private parts are dropped; an algorithm that the key does not name
    /// follows from its type, so that no token can choose it.
    static func jwk(_ key: JWK, id: [UInt8]?) async throws -> VerificationKey {
        var key = key
        key.privateExponent = nil
        key.prime1 = nil
        key.prime2 = nil
        key.algorithm = try key.algorithm ?? impliedAlgorithm(of: key)
        key.keyIdentifier = JWKIdentifier(string: "the only key of this collection")
        let collection = JWTKeyCollection()
        try await collection.add(jwk: key)
        // A header algorithm is only looked at for keys that pin none, so none is passed: such a key throws here.
        return VerificationKey(id: id, verifier: try await collection.getKey())
    }

    private static func impliedAlgorithm(of key: JWK) throws -> JWK.Algorithm {
        switch (key.keyType.rawValue, key.curve?.rawValue) {
        case ("RSA", _): .rs256
        case ("EC", "P-256"): .es256
        case ("EC", "P-384"): .es384
        case ("EC", "P-521"): .es512
        case ("OKP", _): .eddsa
        default: throw KeyError.unusable("its type and curve imply no algorithm")
        }
    }
}
