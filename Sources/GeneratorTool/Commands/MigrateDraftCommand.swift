import ArgumentParser
import Generator

struct MigrateDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Prints the SQL from a database's state to the spec; `roster dev` asks for it.",
        discussion: """
            The state is that of a committed migration (--from), or a contract.json (--contract). Prints JSON: `safe` is \
            what loses nothing, `rest` what drops values. Exits with 1 when there is no plan without a guess, and with 2 \
            when the state is not known.
            """)

    @OptionGroup var options: MigrateOptions

    @Option(help: "The hash of the schema that the database has.")
    var from: String

    @Option(help: "A file with the contract.json of that schema.")
    var contract: String?

    @Flag(help: "The state is another branch's: a field that is gone is not one that has come.")
    var otherBranch = false

    func run() throws {
        let planned = try PlannedSpec(options)
        guard let document = try planned.reporting({ () throws(MigrationFault) in try state(planned) }) else {
            print("error: no committed migration leads to the state \(from) that the database has")
            throw ExitCode(2)
        }
        switch planned.draft(from: document, isGuarded: !otherBranch) {
        case .success(let draft): print(draft.text(to: planned.present.schema.hash), terminator: "")
        case .failure(let refusal):
            planned.report(refusal.faults)
            throw ExitCode(1)
        }
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
