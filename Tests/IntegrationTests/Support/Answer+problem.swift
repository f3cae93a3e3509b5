import TestSupport

extension Answer {
    /// The body; `null` when it is none or not JSON.
    var json: JSON { (try? JSON(text: body)) ?? .null }

    /// The entity tag, or nothing.
    var etag: String { headers["etag"] ?? "" }

    /// What a problem says is wrong, in its order: `/bio too_long`.
    var issues: [String] {
        json["errors"]?.elements.map { "\($0["pointer"]?.string ?? "?") \($0["code"]?.string ?? "?")" } ?? []
    }

    /// The names of the fields that were masked.
    var redacted: [String] { json["_redacted"]?.elements.compactMap(\.string) ?? [] }
}
