import Generated
import Runtime

extension APIHooks {
    /// `GET /api/users/{id}/vcard`: the profile as a card for address books (RFC 6350), with what its reader may see.
    func vcard(_ call: RecordCall<Profile, NoInput>) async throws -> VcardOutput {
        let profile = call.record
        func shown(_ field: FieldMask, _ value: String?) -> String? { call.readable.contains(field) ? value : nil }
        let lines = [
            "BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:\(call.id)",
            "FN:" + Self.escaped(shown(Profile.Fields.displayName, profile.displayName) ?? ""),
            shown(Profile.Fields.email, profile.email).map { "EMAIL:" + Self.escaped($0) },
            shown(Profile.Fields.phone, profile.phone).map { "TEL;VALUE=uri:tel:" + $0 },
            shown(Profile.Fields.avatarUrl, profile.avatarUrl).map { "PHOTO:" + $0 },
            shown(Profile.Fields.bio, profile.bio).map { "NOTE:" + Self.escaped($0) },
            "END:VCARD",
        ]
        return VcardOutput(vcard: lines.compactMap { $0 }.map { $0 + "\r\n" }.joined())
    }

    /// A text value (RFC 6350 section 3.4).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\r": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
