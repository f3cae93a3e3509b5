import Foundation

/// The file that `ROSTER_CONFIG` names: lines `NAME=value`, empty ones, and comments after `#` at a line's beginning.
///
/// White space around name and value is not theirs. Quotes, escapes and variables mean nothing: what is written is the
/// value. What cannot be read is an error, never skipped.
enum SettingsFile {
    private static let largest = 1 << 20

    static func read(_ path: String) throws(SettingsRefused) -> [String: String] {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: largest + 1) else {
            throw SettingsRefused(mistakes: ["ROSTER_CONFIG: the file \(path.shown) cannot be read."])
        }
        guard data.count <= largest, let text = String(validating: data, as: UTF8.self) else {
            throw SettingsRefused(
                mistakes: ["ROSTER_CONFIG: the file \(path.shown) is no UTF-8 text of at most \(largest) bytes."])
        }
        return try parse(text, path: path)
    }

    static func parse(_ text: String, path: String) throws(SettingsRefused) -> [String: String] {
        var values: [String: String] = [:]
        var mistakes: [String] = []
        // At the byte: for Swift, CR and LF together are one character, which is not "\n".
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let line = String(Substring(line)).trimmingCharacters(in: .whitespacesAndNewlines)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            // The line itself is not shown: it may be a secret whose name was lost.
            if parts.count != 2 || parts[0].isEmpty {
                mistakes.append("\(path):\(index + 1): the line is no `NAME=value`.")
            } else if values.updateValue(parts[1], forKey: parts[0]) != nil {
                mistakes.append("\(path):\(index + 1): \(parts[0].shown) is set a second time.")
            }
        }
        guard mistakes.isEmpty else { throw SettingsRefused(mistakes: mistakes) }
        return values
    }
}
