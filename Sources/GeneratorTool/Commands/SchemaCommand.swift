import ArgumentParser
import Generator

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of specs, for editors: rosterc schema > spec/users.schema.json.")

    func run() throws {
        print(EditorSchema.render(), terminator: "")
    }
}
