/// The checksum of a text, for the tool.
package enum Checksum {
    /// SHA-256 as 64 hexadecimal digits.
    package static func of(_ text: String) -> String { SHA256.hexadecimal(text.utf8) }
}
