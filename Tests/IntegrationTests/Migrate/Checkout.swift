import Foundation
import Generator
import SpecCheckout
import Synchronization
import Testing

@testable import Runtime
@testable import Server

/// A folder with a spec and its migrations, as a developer has it, and the developer's database.
struct Checkout: Sendable {
    let files: SpecFolder
    let database: Database

    static func with(_ body: (Checkout) async throws -> Void) async throws {
        let files = try SpecFolder()
        try await Deployment.withEmptyDatabase { url in
            try await body(Checkout(files: files, database: Database(url: url)))
        }
    }

    /// The same files, and another database.
    func onNewDatabase(_ body: (Checkout) async throws -> Void) async throws {
        try await Deployment.withEmptyDatabase { url in
            try await body(Checkout(files: files, database: Database(url: url)))
        }
    }

    /// `roster migrate up --contract`, of a build of the checkout.
    @discardableResult
    func up() async throws -> MigrationRunner.Report {
        let set = try built()
        return try await runner { try await $0.up(set, .init(contracts: true)) }
    }

    private var tool: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rosterc")
    }

    func write(_ fields: [String], removed: [String] = []) throws { try files.write(fields, removed: removed) }

    /// `rosterc migrate new`
    func commit(_ name: String) throws {
        let result = try files.migrate("new", name)
        try #require(result.status == 0, "\(result.output)")
    }

    func save() throws -> URL { try files.save() }

    func restore(_ copy: URL) throws { try files.restore(copy) }

    /// What `make dev` does to the database, with a build of the spec.
    /// - Returns: the steps that it tells.
    func start(accept: String? = nil, keep: Bool = false, stopBefore: Int? = nil) async throws -> [String] {
        let told = Mutex<[String]>([])
        _ = try await migrate(accept, keep, stopBefore) { step in told.withLock { $0.append(step) } }
        return told.withLock { $0 }
    }

    /// Whether a server would be ready on the database after `make dev`.
    func isServable(keep: Bool) async throws -> Bool {
        let set = try await migrate(nil, keep, nil) { _ in }
        return try await runner { try await $0.standing(set) } == .ready
    }

    private func migrate(
        _ accept: String?, _ keep: Bool, _ stopBefore: Int?, _ tell: @escaping @Sendable (String) -> Void
    ) async throws -> MigrationSet {
        let set = try built()
        return try await runner { runner in
            var runner = runner
            runner.beforeStep = { _, step async throws(MigrationError) in
                guard step == stopBefore else { return }
                throw MigrationError(
                    code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
            }
            return try await DevelopmentMigration(
                runner: runner, set: set,
                planner: SpecPlanner(tool: tool.path, spec: files.spec.path, migrations: files.migrations.path),
                file: DraftFile(path: files.folder.appending(path: "draft.json").path),
                options: .init(accepted: accept, keeps: keep), tell: tell
            ).run()
        }
    }

    func runner<Result: Sendable>(_ body: @Sendable (MigrationRunner) async throws -> Result) async throws -> Result {
        try await Serving.withMigrations(database.url) { _, runner in try await body(runner) }
    }

    /// A row with a value that must not be lost.
    func addNick() async throws {
        try await database.run(
            """
            WITH added AS (INSERT INTO auth.users (id) VALUES (gen_random_uuid()) RETURNING id)
            INSERT INTO people (user_id, nick) SELECT id, 'kept' FROM added
            """)
    }

    func columns() async throws -> [String] {
        try await database.run(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'people'::regclass AND attnum > 0 AND NOT attisdropped"
        ).compactMap { $0[0] }.sorted()
    }

    /// What a build of the checkout holds.
    func built() throws -> MigrationSet {
        let text = try String(contentsOf: files.spec, encoding: .utf8)
        let accepted = Pipeline.accept(SpecSource(path: "spec/users.yaml", text: text))
        let spec = try #require(accepted.spec, "\(accepted.diagnostics.map(\.rendered))")
        let document = ContractDocument(Contract(spec))
        let lock = try files.lockText
        return MigrationSet(
            contract: document.contract, schema: document.schema.hash, documentText: document.text, whole: "",
            committed: try MigrationLock.read(lock, path: "migrations.lock").entries.map(committed))
    }

    private func committed(_ entry: MigrationLock.Entry) throws -> CommittedMigration {
        func file(_ name: String) throws -> String {
            try String(contentsOf: files.migrations.appending(path: "\(entry.id)/\(name)"), encoding: .utf8)
        }
        return CommittedMigration(
            id: entry.id, from: entry.from, to: entry.to, checksum: entry.up, upText: try file("up.sql"),
            downText: try file("down.sql"))
    }
}
