import ArgumentParser
import Generator

struct MigrateDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Prints the SQL from a database's state to the spec; `roster dev` asks for it.",
        discussion: """
            The state is that of a committed migration (--from), or a contract.json (--contract). Exits with 1 when there \
            is no plan without a guess, and with 2 when the state is not known.
            """)

    @OptionGroup var options: MigrateOptions

    @Option(help: "The hash of the schema that the database has.")
    var from: String

    @Option(help: "A file with the contract.json of that schema.")
    var contract: String?

    func run() throws {
        let planned = try PlannedSpec(options)
        guard let document = try planned.reporting({ () throws(MigrationFault) in try state(planned) }) else {
            print("error: no committed migration leads to the state \(from) that the database has")
            throw ExitCode(2)
        }
        guard let files = try planned.next(after: document, number: 9999, name: "draft") else { return }
        print(files.files[0].text, terminator: "")
    }

    private func state(_ planned: PlannedSpec) throws(MigrationFault) -> ContractDocument? {
        if let contract {
            let bytes = (try? File.read(contract, atMost: 16 << 20)) ?? []
            return try ContractDocument.read(String(decoding: bytes, as: UTF8.self), path: contract)
        }
        guard let entry = try planned.folder.lock().entries.last(where: { $0.to == from }) else { return nil }
        return try planned.folder.document(of: entry)
    }
}
