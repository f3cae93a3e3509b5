/// `Migration.swift`: what the runner of migrations is given.
enum MigrationFile {
    static func render(_ document: ContractDocument, _ committed: CommittedMigrations) -> String {
        let hash = document.schema.hash
        var source = SwiftSource(imports: ["Runtime"])
        source.line()
        source.doc("What this build stores, and the migrations that lead to it.")
        source.line("package let migrations = MigrationSet(")
        source.indented { source in
            source.line("contract: \(SwiftLiteral.quoted(document.contract)),")
            source.line("schema: \(SwiftLiteral.quoted(hash)),")
            source.line("document: contractDocument,")
            source.line("whole: migrationSQL,")
            if committed.migrations.isEmpty {
                source.line("committed: [])")
            } else {
                source.line("committed: [")
                source.indented { source in
                    for migration in committed.migrations { source.line("migration\(migration.entry.id.prefix(4)),") }
                }
                source.line("])")
            }
        }
        for migration in committed.migrations { self.migration(migration, &source) }
        self.document(
            "migrationSQL", "Brings a database to the contract; running it again changes nothing.",
            InitialMigration.render(document.schema), &source)
        self.document(
            "contractDocument", "The tables of the contract, for plans that start from them.",
            document.text(hash: hash), &source)
        return source.text
    }

    private static func migration(_ migration: CommittedMigrations.Migration, _ source: inout SwiftSource) {
        let entry = migration.entry
        source.line()
        source.doc("`spec/migrations/\(entry.id)`.")
        source.line("private let migration\(entry.id.prefix(4)) = CommittedMigration(")
        source.indented { source in
            source.line("id: \(SwiftLiteral.quoted(entry.id)),")
            source.line("from: \(SwiftLiteral.quoted(entry.from)),")
            source.line("to: \(SwiftLiteral.quoted(entry.to)),")
            source.line("checksum: \(SwiftLiteral.quoted(entry.up)),")
            source.line("up: up\(entry.id.prefix(4)),")
            source.line("down: down\(entry.id.prefix(4)))")
        }
        source.line()
        source.line("private let up\(entry.id.prefix(4)): StaticString = \(SwiftLiteral.raw(migration.up))")
        source.line()
        source.line("private let down\(entry.id.prefix(4)): StaticString = \(SwiftLiteral.raw(migration.down))")
    }

    private static func document(_ member: String, _ comment: String, _ text: String, _ source: inout SwiftSource) {
        source.line()
        source.doc(comment)
        source.line("package let \(member): StaticString = \(SwiftLiteral.raw(text))")
    }
}
