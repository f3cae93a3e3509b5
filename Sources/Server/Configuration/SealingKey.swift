import Foundation
import Runtime

/// The key that seals what clients carry for us, such as the cursors of lists. It never prints itself.
struct SealingKey: Sendable, Equatable {
    static let length = 32
    private let bytes: [UInt8]

    /// From base64, of either alphabet and with or without padding (RFC 4648 sections 4 and 5), or hexadecimal.
    init?(_ text: String) {
        guard let bytes = Self.hexadecimal(text) ?? Self.base64(text), bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The 32 bytes, for the one place that needs them.
    func reveal() -> [UInt8] { bytes }

    private static func hexadecimal(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 2 * length else { return nil }
        return try? stride(from: 0, to: digits.count, by: 2).map { index in
            guard let high = Character(Unicode.Scalar(digits[index])).hexDigitValue,
                let low = Character(Unicode.Scalar(digits[index + 1])).hexDigitValue
            else { throw SettingRefusal("no digit") }
            return UInt8(high << 4 | low)
        }
    }

    private static func base64(_ text: String) -> [UInt8]? {
        var text = text.replacing("-", with: "+").replacing("_", with: "/")
        while text.utf8.count % 4 != 0 { text += "=" }
        return Data(base64Encoded: text).map { Array($0) }
    }
}

extension SealingKey: CustomStringConvertible, CustomReflectable {
    var description: String { Secret.mask }
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
