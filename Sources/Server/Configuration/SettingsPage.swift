/// The settings' table for people: as plain text with the present values, and as the page of the docs.
enum SettingsPage {
    static func text(_ reader: SettingsReader) -> String {
        let width = SettingsTable.settings.map(\.name.count).max() ?? 0
        return SettingsTable.groups.map { group in
            let rows = group.settings.map { setting in
                let name = setting.name + String(repeating: " ", count: width - setting.name.count)
                let source = reader.sources[setting.name] ?? .standard
                return "  \(name)  \(value(of: setting, in: reader))"
                    + (source == .standard ? "" : "  (\(source.rawValue))")
            }
            return ([group.title] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// A value may hold anything printable; one that is not set says what holds instead.
    private static func value(of setting: Setting, in reader: SettingsReader) -> String {
        let value = setting.show(reader.settings)
        return value == "not set" && setting.standard != value ? "not set: \(setting.standard)" : value
    }

    static var markdown: String {
        """
        # Configuration

        <!-- Made by `roster config --markdown`. To change it, change Sources/Server/Configuration/Table and run the command. -->

        Each setting is a variable of the environment, or a line `NAME=value` of the file that `ROSTER_CONFIG` names; the
        environment goes before the file, and an empty value is as good as none. A value that cannot be taken, and a
        variable that begins with `ROSTER_` and is not in this list, keep the server from starting and are named.
        `roster config` shows the values in force, with secrets masked.

        Times are written `200ms`, `10s`, `5m`, `1h` or `7d`; amounts of memory `512`, `64KiB`, `16MiB` or `1GiB`.

        \(SettingsTable.groups.map(section).joined(separator: "\n\n"))

        """
    }

    private static func section(_ group: SettingGroup) -> String {
        let rows = group.settings.map {
            "| `\($0.name)` | \($0.takes) | \(cell($0.standard)) | \($0.sentence) |"
        }
        return """
            ## \(group.title)

            | setting | takes | default | meaning |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }

    /// A default that is a value is set as code; one that is a sentence is left as it is.
    private static func cell(_ standard: String) -> String {
        standard.contains(" ") ? standard : "`\(standard)`"
    }
}
