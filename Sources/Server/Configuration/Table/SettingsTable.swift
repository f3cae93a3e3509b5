/// All settings, in the order in which they are shown.
enum SettingsTable {
    static let groups: [SettingGroup] = [
        stores, tokens, http, postgres, cache, redis, hooks, observation, development,
    ]
    static let settings: [Setting] = groups.flatMap(\.settings)

    /// Names that begin like ours and are read by builds and tests: no mistake in the environment of a server.
    static let readElsewhere: Set<String> = ["ROSTER_STRICT", "ROSTER_MEASURE", "ROSTER_UPDATE_GOLDENS"]
}
