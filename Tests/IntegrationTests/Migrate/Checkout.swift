import Foundation
import Generator
import Synchronization
import Testing

@testable import Runtime
@testable import Server

/// A folder with a spec and its migrations, as a developer has it, and the developer's database.
struct Checkout: Sendable {
    let folder: URL
    let database: Database

    static func with(_ body: (Checkout) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "checkout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "spec/migrations"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await Deployment.withEmptyDatabase { url in
            let checkout = Checkout(folder: folder, database: Database(url: url))
            try checkout.write([])
            try await body(checkout)
        }
    }

    private var spec: URL { folder.appending(path: "spec/users.yaml") }
    private var migrations: URL { folder.appending(path: "spec/migrations") }
    private var tool: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rosterc")
    }

    /// - Parameter removed: fields that stand under `removed:`.
    func write(_ fields: [String], removed: [String] = []) throws {
        let tombstones = removed.map { "\n      \($0): {since: 2026-11-01}" }.joined()
        let text = """
            spec: 1
            api: {name: test, base: /api, version: 2026-11-01}
            identity: {table: auth.users, key: id, claim: sub}
            roles:
              user: {token: true}
              self: {when: actor.id == record.user_id}
            resources:
              person:
                table: people
                path: /people
                key: user_id
                allow: {read: user, create: user, update: self}
                fields:
                  id: {type: serial, internal: true}
                  user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
            \(fields.map { "      \($0)" }.joined(separator: "\n"))
            \(removed.isEmpty ? "" : "    removed:" + tombstones)

            """
        try Data(text.utf8).write(to: spec)
    }

    /// `rosterc migrate new`
    func commit(_ name: String) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = ["migrate", "new", name, "--spec", spec.path, "--migrations", migrations.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
    }

    /// A copy of the spec and its migrations, as a git branch has it.
    func save() throws -> URL {
        let copy = folder.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(at: folder.appending(path: "spec"), to: copy)
        return copy
    }

    func restore(_ copy: URL) throws {
        try FileManager.default.removeItem(at: folder.appending(path: "spec"))
        try FileManager.default.copyItem(at: copy, to: folder.appending(path: "spec"))
    }

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
                planner: SpecPlanner(tool: tool.path, spec: spec.path, migrations: migrations.path),
                file: DraftFile(path: folder.appending(path: "draft.json").path),
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
    private func built() throws -> MigrationSet {
        let text = try String(contentsOf: spec, encoding: .utf8)
        let accepted = Pipeline.accept(SpecSource(path: "spec/users.yaml", text: text))
        let spec = try #require(accepted.spec, "\(accepted.diagnostics.map(\.rendered))")
        let document = ContractDocument(Contract(spec))
        let lock = try String(contentsOf: migrations.appending(path: "migrations.lock"), encoding: .utf8)
        return MigrationSet(
            contract: document.contract, schema: document.schema.hash, documentText: document.text, whole: "",
            committed: try MigrationLock.read(lock, path: "migrations.lock").entries.map(committed))
    }

    private func committed(_ entry: MigrationLock.Entry) throws -> CommittedMigration {
        func file(_ name: String) throws -> String {
            try String(contentsOf: migrations.appending(path: "\(entry.id)/\(name)"), encoding: .utf8)
        }
        return CommittedMigration(
            id: entry.id, from: entry.from, to: entry.to, checksum: entry.up, upText: try file("up.sql"),
            downText: try file("down.sql"))
    }
}
