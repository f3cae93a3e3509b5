/// Durations as specs and bodies write them (ISO 8601): `P2W`, `P7D`, `PT1H30M`, `P1DT0.5S`. Days have 24 hours; there are
/// no months and years, which have no length, and none is longer than a million days.
enum DurationText {
    static let most = 1_000_000 * 86_400_000_000

    /// `nil` for what is no duration.
    static func microseconds(_ text: String) -> Int? {
        guard let form = try? LinearPattern(pattern), form.matches(text) else { return nil }
        var total = 0
        var number = ""
        for letter in text.unicodeScalars.dropFirst() {
            switch letter {
            case "0"..."9", ".": number.unicodeScalars.append(letter)
            case "T": break
            case "S":
                let parts = number.split(separator: ".")
                let fraction = parts.count > 1 ? (parts[1] + "000000").prefix(6) : "0"
                total += (Int(parts[0]) ?? 0) * 1_000_000 + (Int(fraction) ?? 0)
                number = ""
            case "M": (total, number) = (total + (Int(number) ?? 0) * 60_000_000, "")
            case "H": (total, number) = (total + (Int(number) ?? 0) * 3_600_000_000, "")
            case "D": (total, number) = (total + (Int(number) ?? 0) * 86_400_000_000, "")
            default: (total, number) = (total + (Int(number) ?? 0) * 7 * 86_400_000_000, "")
            }
        }
        return total <= most ? total : nil
    }

    /// In hours, minutes and seconds; a fraction of a second is left out.
    static func spelled(_ microseconds: Int) -> String {
        let seconds = microseconds / 1_000_000
        let parts = [(seconds / 3_600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")].filter { $0.0 > 0 }
        return parts.isEmpty ? "PT0S" : "PT" + parts.map { "\($0.0)\($0.1)" }.joined()
    }

    /// The same in JSON Schema, which reads it as ECMA 262 does.
    static let pattern = {
        let seconds = #"[0-9]{1,7}(\.[0-9]{1,6})?S"#
        let time = "T([0-9]{1,7}H([0-9]{1,7}M)?(\(seconds))?|[0-9]{1,7}M(\(seconds))?|\(seconds))"
        return "^P([0-9]{1,7}W|[0-9]{1,7}D(\(time))?|\(time))$"
    }()
}
