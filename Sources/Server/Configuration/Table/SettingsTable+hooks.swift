import Runtime

extension SettingsTable {
    static let hooks = SettingGroup(
        title: "Functions by hand",
        settings: [
            Setting(
                "ROSTER_HOOK_TIME", \.hookTime, .time(.milliseconds(10) ... .seconds(600)),
                "How long a hook before a change, or the function of an operation, may hold up a request: then it is "
                    + "cancelled, and the answer is 503. The request's own time ends it, too."),
            Setting(
                "ROSTER_COMMIT_HOOK_TIME", \.commits.time, .time(.milliseconds(10) ... .seconds(600)),
                "How long a hook after a change may take before it is cancelled."),
            Setting(
                "ROSTER_COMMIT_HOOKS_AT_ONCE", \.commits.width, .number(1...1_024),
                "Hooks after changes that are called at a time."),
            Setting(
                "ROSTER_COMMIT_HOOKS_WAITING", \.commits.capacity, .number(1...1_000_000),
                "Hooks after changes that may wait; what comes above it is dropped and counted."),
        ])
}
