import Runtime

/// Types whose values are not shown, and whose refusals do not quote what was written.
extension SettingType<Secret> {
    static let secret = SettingType(
        takes: "text of at most 4096 bytes (secret)",
        parse: { text throws(SettingRefusal) in
            guard text.utf8.count <= 4096 else { throw SettingRefusal("it has \(text.utf8.count) bytes") }
            return Secret(text)
        }, spell: { "\($0)" })

    static let redisURL = SettingType(
        takes: "`redis://…` with a host (secret)",
        parse: { text throws(SettingRefusal) in
            guard let rest = ["redis://", "rediss://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) })
            else { throw SettingRefusal("it does not begin with redis://") }
            let address = rest.prefix { $0 != "/" && $0 != "?" }
            let host = address.lastIndex(of: "@").map { address[address.index(after: $0)...] } ?? address
            guard !host.isEmpty, !host.hasPrefix(":") else { throw SettingRefusal("it has no host") }
            return Secret(text)
        }, spell: { $0.redactedURL })
}

extension SettingType<String> {
    /// `PostgresConfiguration` holds its address as text, which is why this is no `Secret`.
    static let databaseURL = SettingType(
        takes: "`postgres://…` or what else libpq takes (secret)",
        parse: { text throws(SettingRefusal) in
            guard PostgresTarget(url: text) != nil else { throw SettingRefusal("libpq cannot read it") }
            return text
        }, spell: { $0.isEmpty ? "not set" : Secret($0).redactedURL })
}

extension SettingType<SealingKey> {
    static let key = SettingType(
        takes: "\(SealingKey.length) bytes as base64 or hexadecimal (secret)",
        parse: { text throws(SettingRefusal) in
            guard let key = SealingKey(text) else {
                throw SettingRefusal("it is something else, of \(text.utf8.count) characters")
            }
            return key
        }, spell: { "\($0)" })
}
