/// The SQL that brings a database to the contract: an empty one, one with the tables of an existing application, or one
/// of an earlier contract. It adds what is missing and loses nothing; running it again changes nothing. To be run on a
/// connection of its own, whose search path it sets.
enum InitialMigration {
    static func render(_ contract: Contract) -> String { render(Schema(contract)) }

    static func render(_ schema: Schema) -> String {
        let own = searchPath + "\n" + schema.own.map(\.sql).joined(separator: "\n") + "\n"
        let tables = schema.tables.map { table($0, in: schema) }
        // When all tables are there: two may refer to each other.
        let references = schema.tables.compactMap { self.references($0, in: schema) }
        return ([own] + schemas(schema.tables) + tables + references).joined(separator: "\n")
    }

    /// The schemas of the tables; `public` is there.
    private static func schemas(_ tables: [Schema.Table]) -> [String] {
        var names: [Substring] = []
        for table in tables {
            let parts = table.name.split(separator: ".")
            if parts.count == 2, parts[0] != "public", !names.contains(parts[0]) { names.append(parts[0]) }
        }
        return names.map { "CREATE SCHEMA IF NOT EXISTS \($0);\n" }
    }

    private static func table(_ table: Schema.Table, in schema: Schema) -> String {
        var lines = ["-- \(table.resource)"]
        lines.append("CREATE TABLE IF NOT EXISTS \(table.name) (")
        lines.append(table.columns.map { "    \(definition($0, in: schema))" }.joined(separator: ",\n"))
        lines.append(");")
        for column in table.columns where !column.isPrimary {
            lines.append("ALTER TABLE \(table.name) ADD COLUMN IF NOT EXISTS \(definition(column, in: schema));")
        }
        for column in table.columns where column.standard == Schema.Column.nextVersion {
            lines.append(
                "ALTER TABLE \(table.name) ALTER COLUMN \(column.name) SET DEFAULT \(Schema.Column.nextVersion);")
        }
        for rule in table.rules { lines += self.rule(rule, table) }
        for index in table.indexes {
            lines.append("CREATE INDEX IF NOT EXISTS \(index.name)")
            lines.append("    ON \(table.name) (\(index.expressions.joined(separator: ", ")));")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Rows that are there get version 1 at once; a default from the sequence would rewrite the table.
    private static func definition(_ column: Schema.Column, in schema: Schema) -> String {
        var column = column
        if let reference = column.reference, schema.makes(reference) { column.reference = nil }
        if column.standard == Schema.Column.nextVersion { column.standard = "1" }
        return column.definition
    }

    /// The foreign keys to tables of the schema. Their rule is that nothing refers to what is not there: the statement that
    /// deletes does what `on_delete` says, and so knows what it did.
    private static func references(_ table: Schema.Table, in schema: Schema) -> String? {
        let lines: [String] = table.columns.flatMap { column -> [String] in
            guard let reference = column.reference, schema.makes(reference) else { return [] }
            let name = "\(table.shortName)_\(column.name)_fkey"
            // NOT VALID: as for CHECKs, rows that were there before us stay as they are.
            return [
                "ALTER TABLE \(table.name) DROP CONSTRAINT IF EXISTS \(name);",
                "ALTER TABLE \(table.name) ADD CONSTRAINT \(name)",
                "    FOREIGN KEY (\(column.name)) \(reference.sql) NOT VALID;",
            ]
        }
        return lines.isEmpty ? nil : "-- What \(table.resource) refers to\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func rule(_ rule: Schema.Rule, _ table: Schema.Table) -> [String] {
        switch rule.kind {
        case .unique(let expression):
            [
                duplicates(expression, rule.field, table.name),
                "CREATE UNIQUE INDEX IF NOT EXISTS \(rule.name) ON \(table.name) (\(expression));",
            ]
        case .check(let expression):
            // NOT VALID: new values must obey, and rows that were there before us stay as they are.
            [
                "ALTER TABLE \(table.name) DROP CONSTRAINT IF EXISTS \(rule.name);",
                "ALTER TABLE \(table.name) ADD CONSTRAINT \(rule.name) CHECK (\(expression)) NOT VALID;",
            ]
        }
    }

    /// Stops before a unique index would, and says what to do; counts, since the values may be personal.
    private static func duplicates(_ expression: String, _ field: String, _ table: String) -> String {
        // The variable begins as no column of a spec can, so that it hides none.
        """
        DO $$
        DECLARE
            _repeated bigint;
        BEGIN
            SELECT count(*) INTO _repeated FROM (
                SELECT FROM \(table) WHERE \(expression) IS NOT NULL GROUP BY \(expression) HAVING count(*) > 1
            ) AS duplicates;
            IF _repeated > 0 THEN
                RAISE EXCEPTION '% values of \(table).\(field) stand in more than one row, and they must be unique', _repeated
                    USING HINT = 'Find them with: SELECT \(expression), count(*) FROM \(table) GROUP BY 1 HAVING count(*) > 1';
            END IF;
        END $$;
        """
    }

    private static let searchPath = """
        -- A user who is called roster has this schema before public in the search path: the tables would be made anew in it.
        SELECT set_config('search_path', COALESCE(string_agg(quote_ident(name), ', ' ORDER BY place), ''), false)
        FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place) WHERE name <> 'roster';
        """
}
