/// Why the text of a setting is not taken; without the text where that is secret.
struct SettingRefusal: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// Everything that is wrong with the settings, one sentence a mistake.
struct SettingsRefused: Error, CustomStringConvertible {
    let mistakes: [String]

    var description: String {
        mistakes.count == 1
            ? mistakes[0]
            : "\(mistakes.count) settings cannot be taken.\n" + mistakes.map { "  " + $0 }.joined(separator: "\n")
    }
}

extension String {
    /// The text for a message: its beginning, in quotes, on one line.
    var shown: String {
        let start = unicodeScalars.prefix(40)
        let text = start.map { "\"'".unicodeScalars.contains($0) ? "\($0)" : $0.escaped(asASCII: false) }.joined()
        return "`\(text)\(start.count < unicodeScalars.count ? "…" : "")`"
    }
}
