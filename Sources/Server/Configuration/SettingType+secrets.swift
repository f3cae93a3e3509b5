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
        takes: "`redis://[user:password@]host[:port][/database]` or `unix://…/path` (secret)",
        parse: { text throws(SettingRefusal) in
            do throws(RedisAddressError) {
                _ = try RedisAddress(url: text)
            } catch {
                throw SettingRefusal(error.reason)
            }
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
