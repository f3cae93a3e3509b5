/// Why keys cannot be used. Says nothing of their bytes.
package enum KeyError: Error, Equatable, CustomStringConvertible {
    case shortSecret(smallest: Int)
    case unreadable(path: String, reason: String)
    /// Not a JWK set at all (RFC 7517 section 5).
    case notKeySet
    /// A key set without a single key that could verify a signature.
    case noUsableKey
    case unusable(String)

    package var description: String {
        switch self {
        case .shortSecret(let smallest): "the shared secret is shorter than \(smallest) bytes"
        case .unreadable(let path, let reason): "the key set \(path) cannot be read: \(reason)"
        case .notKeySet: "the file is no JSON Web Key Set: it must be an object with an array \"keys\""
        case .noUsableKey: "the key set holds no key for signatures (RSA of at least 2048 bits, EC, Ed25519 or oct)"
        case .unusable(let reason): "a key is skipped: \(reason)"
        }
    }
}
