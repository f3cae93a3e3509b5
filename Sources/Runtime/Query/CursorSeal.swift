import Crypto
import FoundationEssentials
import NIOCore

/// Makes cursors that tell nothing and cannot be made up: AES-256-GCM (NIST SP 800-38D) under a key of the server.
///
/// A cursor holds the sort value of a record, which may be personal, and goes into URLs and so into logs.
package struct CursorSeal: Sendable {
    /// The longest text that is looked at, in bytes. A cursor holds the value that is sorted by, of at most 660 characters
    /// where the spec rules it (the checker of lists) and of less than 2,704 bytes where an index holds it as it is (Postgres
    /// manual, 67.1.4), which are 3,667 here. There is room beside it in a request's target.
    private static let longest = 4 * 1024
    private let key: SymmetricKey

    /// - Parameter secret: at least 32 random bytes, the same in all servers of one deployment. Another secret makes the
    ///   cursors that are out invalid and does no other harm.
    package init(secret: some ContiguousBytes) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Data("roster list cursor".utf8), outputByteCount: 32)
    }

    /// - Parameter context: what the cursor belongs to; it opens with the same only.
    func seal(_ bytes: [UInt8], context: String) -> String {
        // With a key of 256 bits and a nonce of its own there is nothing that could be refused.
        guard let box = try? AES.GCM.seal(bytes, using: key, authenticating: Data(context.utf8)),
            let combined = box.combined
        else { preconditionFailure("AES-GCM refused to seal") }
        return Base64URL.encode(combined)
    }

    /// The bytes of a cursor; `nil` for anything that this server's key did not seal for this context.
    func open(_ text: String, context: String) -> [UInt8]? {
        guard text.utf8.count <= Self.longest, let bytes = Base64URL.decode(Array(text.utf8)[...]),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: key, authenticating: Data(context.utf8))
        else { return nil }
        return Array(opened)
    }
}

extension Base64URL {
    /// The text of `bytes`, without padding.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> count & 0x3F)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 0x3F)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
