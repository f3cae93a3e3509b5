/// One row of the settings' table: a variable of the environment (or a line of the file), and where its value goes.
struct Setting: Sendable {
    /// Of the variable.
    let name: String
    let takes: String
    /// The default as it would be written, the same on every machine.
    let standard: String
    let sentence: String
    /// Takes a text into the settings.
    let set: @Sendable (_ text: String, _ settings: inout ServerSettings) throws(SettingRefusal) -> Void
    /// The present value as it would be written; secrets are masked.
    let show: @Sendable (ServerSettings) -> String

    /// - Parameters:
    ///   - standard: said of the default where it depends on the machine or the command; else it is read from
    ///     `ServerSettings()`, so that the runtime's own defaults stand in one place.
    init<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<ServerSettings, Value> & Sendable, _ type: SettingType<Value>,
        standard: String? = nil, _ sentence: String
    ) {
        self.name = name
        takes = type.takes
        self.standard = standard ?? type.spell(ServerSettings()[keyPath: path])
        self.sentence = sentence
        set = { text, settings throws(SettingRefusal) in settings[keyPath: path] = try type.parse(text) }
        show = { type.spell($0[keyPath: path]) }
    }
}

extension Setting {
    /// A setting that may be absent.
    init<Value: Sendable>(
        _ name: String, optional path: any WritableKeyPath<ServerSettings, Value?> & Sendable,
        _ type: SettingType<Value>,
        standard: String? = nil, _ sentence: String
    ) {
        self.init(name, path, type.optional(), standard: standard, sentence)
    }
}

/// Rows that belong together.
struct SettingGroup: Sendable {
    let title: String
    let settings: [Setting]
}
