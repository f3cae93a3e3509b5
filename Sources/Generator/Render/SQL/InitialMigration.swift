/// The SQL that brings a database to the contract: an empty one, one with the tables of an existing application, or one
/// of an earlier contract. It adds what is missing and loses nothing; running it again changes nothing. To be run on a
/// connection of its own, whose search path it sets.
enum InitialMigration {
    static func render(_ contract: Contract) -> String {
        var parts = [ownSchema] + schemas(contract)
        for resource in contract.resources {
            parts.append(table(resource, contract))
        }
        // When all tables are there: two may refer to each other.
        for resource in contract.resources { parts += references(resource, contract) }
        return parts.joined(separator: "\n")
    }

    /// The schemas of the tables; `public` is there.
    private static func schemas(_ contract: Contract) -> [String] {
        var names: [Substring] = []
        for resource in contract.resources {
            let parts = resource.table.split(separator: ".")
            if parts.count == 2, parts[0] != "public", !names.contains(parts[0]) { names.append(parts[0]) }
        }
        return names.map { "CREATE SCHEMA IF NOT EXISTS \($0);\n" }
    }

    private static func table(_ resource: Contract.Resource, _ contract: Contract) -> String {
        let schema = SchemaPlan(resource)
        let columns = columns(resource, schema, contract)
        var lines = ["-- \(resource.name)"]
        lines.append("CREATE TABLE IF NOT EXISTS \(resource.table) (")
        lines.append(columns.map { "    \($0.definition)" }.joined(separator: ",\n"))
        lines.append(");")
        for column in columns where column.isAddable {
            lines.append("ALTER TABLE \(resource.table) ADD COLUMN IF NOT EXISTS \(column.definition);")
        }
        lines.append(
            "ALTER TABLE \(resource.table) ALTER COLUMN \(resource.version) SET DEFAULT nextval('roster.row_version');")
        for constraint in schema.constraints { lines += self.constraint(constraint, resource) }
        for (name, field) in schema.referenceIndexes {
            lines.append("CREATE INDEX IF NOT EXISTS \(name) ON \(resource.table) (\(field.column));")
        }
        lines += listIndexes(resource, schema)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The foreign keys to tables of the contract. Their rule is that nothing refers to what is not there: the statement that
    /// deletes does what `on_delete` says, and so knows what it did.
    private static func references(_ resource: Contract.Resource, _ contract: Contract) -> [String] {
        let schema = SchemaPlan(resource)
        let lines: [String] = schema.constraints.flatMap { constraint -> [String] in
            guard constraint.kind == .foreignKey, let field = resource.field(named: constraint.field),
                case .resource(let name, _) = field.reference, let target = contract.resource(named: name)
            else { return [] }
            // NOT VALID: as for CHECKs, rows that were there before us stay as they are.
            return [
                "ALTER TABLE \(resource.table) DROP CONSTRAINT IF EXISTS \(constraint.name);",
                """
                ALTER TABLE \(resource.table) ADD CONSTRAINT \(constraint.name)
                    FOREIGN KEY (\(field.column)) REFERENCES \(target.table)(\(target.key)) NOT VALID;
                """,
            ]
        }
        return lines.isEmpty ? [] : ["-- What \(resource.name) refers to\n" + lines.joined(separator: "\n") + "\n"]
    }

    private static func columns(
        _ resource: Contract.Resource, _ schema: SchemaPlan, _ contract: Contract
    ) -> [(definition: String, isAddable: Bool)] {
        var columns: [(definition: String, isAddable: Bool)] = []
        let identity = "REFERENCES \(contract.identity.table)(\(contract.identity.key))"
        for field in resource.internalFields where field.type == .serial {
            columns.append(("\(field.column) SERIAL PRIMARY KEY", false))
        }
        for field in resource.internalFields where field.type != .serial {
            columns.append(("\(field.column) \(ColumnType(field.type).definition)\(standard(field))", true))
        }
        if resource.field(named: resource.key) == nil {
            columns.append(("\(resource.key) UUID PRIMARY KEY \(identity)", false))
        }
        for field in resource.fields {
            let type = ColumnType(field.type).definition
            let key = field.name == resource.key && schema.keyIsPrimary ? " PRIMARY KEY" : ""
            let reference = field.isIdentity ? " \(identity)" : ""
            let isTime = field.isAutomatic && field.type == .datetime
            let standard = isTime ? " DEFAULT NOW()" : standard(field)
            columns.append(("\(field.column) \(type)\(key)\(reference)\(standard)", key.isEmpty))
        }
        for name in [resource.created, resource.updated].compactMap({ $0 }) where resource.field(named: name) == nil {
            columns.append(("\(name) TIMESTAMPTZ DEFAULT NOW()", true))
        }
        columns.append(("\(resource.version) BIGINT NOT NULL DEFAULT 1", true))
        return columns
    }

    private static func standard(_ field: Contract.Field) -> String {
        field.standard.map { " NOT NULL DEFAULT \(SQLLiteral.text($0, field.type))" } ?? ""
    }

    private static func constraint(_ constraint: SchemaPlan.Constraint, _ resource: Contract.Resource) -> [String] {
        switch constraint.kind {
        case .key, .foreignKey: []
        case .uniqueIndex(let expression):
            [
                duplicates(expression, constraint.field, resource),
                "CREATE UNIQUE INDEX IF NOT EXISTS \(constraint.name) ON \(resource.table) (\(expression));",
            ]
        case .check(let expression):
            // NOT VALID: new values must obey, and rows that were there before us stay as they are.
            [
                "ALTER TABLE \(resource.table) DROP CONSTRAINT IF EXISTS \(constraint.name);",
                "ALTER TABLE \(resource.table) ADD CONSTRAINT \(constraint.name) CHECK (\(expression)) NOT VALID;",
            ]
        }
    }

    /// Stops before a unique index would, and says what to do; counts, since the values may be personal.
    private static func duplicates(_ expression: String, _ field: String, _ resource: Contract.Resource) -> String {
        // The variable begins as no column of a spec can, so that it hides none.
        """
        DO $$
        DECLARE
            _repeated bigint;
        BEGIN
            SELECT count(*) INTO _repeated FROM (
                SELECT FROM \(resource.table) WHERE \(expression) IS NOT NULL GROUP BY \(expression) HAVING count(*) > 1
            ) AS duplicates;
            IF _repeated > 0 THEN
                RAISE EXCEPTION '% values of \(resource.table).\(field) stand in more than one row, and they must be unique', _repeated
                    USING HINT = 'Find them with: SELECT \(expression), count(*) FROM \(resource.table) GROUP BY 1 HAVING count(*) > 1';
            END IF;
        END $$;
        """
    }

    private static func listIndexes(_ resource: Contract.Resource, _ schema: SchemaPlan) -> [String] {
        var sorted: [String] = []
        for order in resource.list?.orders ?? [] where !sorted.contains(order.field) { sorted.append(order.field) }
        return sorted.map { name in
            let field = resource.field(named: name)
            let column = field?.column ?? name
            let least = ColumnType(field?.type ?? .datetime).least
            return """
                CREATE INDEX IF NOT EXISTS \(schema.listIndex(on: name))
                    ON \(resource.table) (COALESCE(\(column), \(least)), \(resource.key));
                """
        }
    }

    /// What belongs to the runtime and to no resource.
    private static let ownSchema = """
        -- A user who is called roster has this schema before public in the search path: the tables would be made anew in it.
        SELECT set_config('search_path', COALESCE(string_agg(quote_ident(name), ', ' ORDER BY place), ''), false)
        FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place) WHERE name <> 'roster';
        CREATE SCHEMA IF NOT EXISTS roster;
        -- Row versions: one sequence for all tables, so that the versions of a key grow even over deletion and creation.
        CREATE SEQUENCE IF NOT EXISTS roster.row_version AS bigint START 2;
        CREATE TABLE IF NOT EXISTS roster.audit_events (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            at TIMESTAMPTZ NOT NULL DEFAULT now(),
            actor UUID,
            action TEXT NOT NULL,
            resource TEXT NOT NULL,
            record_id UUID NOT NULL,
            version BIGINT NOT NULL,
            fields TEXT[] NOT NULL,
            request_id TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS audit_events_record ON roster.audit_events (record_id, id);
        -- RFC 7396: null takes a member away, objects are merged member by member, anything else replaces.
        CREATE OR REPLACE FUNCTION roster.merge_patch(target jsonb, patch jsonb) RETURNS jsonb
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
            merged jsonb := CASE WHEN jsonb_typeof(target) = 'object' THEN target ELSE '{}' END;
            member record;
        BEGIN
            IF patch IS NULL OR jsonb_typeof(patch) <> 'object' THEN
                RETURN patch;
            END IF;
            FOR member IN SELECT key, value FROM jsonb_each(patch) LOOP
                IF jsonb_typeof(member.value) = 'null' THEN
                    merged := merged - member.key;
                ELSIF jsonb_typeof(member.value) = 'object' THEN
                    merged := jsonb_set(
                        merged, ARRAY[member.key], roster.merge_patch(merged -> member.key, member.value));
                ELSE
                    merged := jsonb_set(merged, ARRAY[member.key], member.value);
                END IF;
            END LOOP;
            RETURN merged;
        END $$;

        """
}
