import ArgumentParser

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Shows every setting with the value in force, secrets masked.",
        discussion: "Says what is wrong when a setting cannot be taken, as `roster serve` would.")

    @Flag(help: "Print the page of the docs instead: defaults, bounds and meaning of each setting.")
    var markdown = false

    @Flag(help: "Start from the defaults of `roster dev`.")
    var dev = false

    func run() throws {
        guard !markdown else { return print(SettingsPage.markdown, terminator: "") }
        print(SettingsPage.text(try SettingsReader(Environment(), base: dev ? .development : ServerSettings())))
    }
}
