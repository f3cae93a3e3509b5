/// The queries of `roster migrate verify`.
enum VerifySQL {
    /// $1 is the document of a schema. Each table, and the statements that make one like it which is gone with the session:
    /// what Postgres says of that one is what it should say of ours, in its own spelling.
    static let tables = """
        SELECT t.value ->> 'name',
            format('CREATE TEMPORARY TABLE roster_wanted (%s);', concat_ws(', ', (
                SELECT string_agg(concat_ws(' ', c.value ->> 'name', c.value ->> 'type',
                    CASE WHEN (c.value ->> 'primary')::boolean THEN 'PRIMARY KEY'
                        WHEN (c.value ->> 'required')::boolean THEN 'NOT NULL' END,
                    CASE WHEN c.value ->> 'type' <> 'SERIAL' THEN 'DEFAULT ' || (c.value ->> 'default') END),
                    ', ' ORDER BY c.ordinality)
                FROM jsonb_array_elements(t.value -> 'columns') WITH ORDINALITY AS c
            ), (
                SELECT string_agg(format('CONSTRAINT %s CHECK (%s)', r ->> 'name', r ->> 'check'), ', ')
                FROM jsonb_array_elements(t.value -> 'rules') AS r WHERE r ? 'check'
            ))) || COALESCE((
                SELECT string_agg(format('CREATE UNIQUE INDEX %s ON roster_wanted (%s);', r ->> 'name', r ->> 'unique'), '')
                FROM jsonb_array_elements(t.value -> 'rules') AS r WHERE r ? 'unique'
            ), '') || COALESCE((
                SELECT string_agg(format('CREATE INDEX %s ON roster_wanted (%s);', i ->> 'name', (
                    SELECT string_agg(e.value, ', ' ORDER BY e.ordinality)
                    FROM jsonb_array_elements_text(i -> 'expressions') WITH ORDINALITY AS e)), '')
                FROM jsonb_array_elements(t.value -> 'indexes') AS i
            ), '')
        FROM jsonb_array_elements($1::jsonb -> 'schema' -> 'tables') WITH ORDINALITY AS t ORDER BY t.ordinality
        """

    /// $1 is a table: kind, name and definition of what stands in it, and whether a row may be inserted without it. Whether
    /// rows of before were looked at (NOT VALID) is left out: those of tables that were taken over are not.
    static let facts = """
        SELECT 'column', a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                CASE WHEN a.attgenerated <> '' THEN 'GENERATED ' || pg_get_expr(d.adbin, d.adrelid)
                    WHEN pg_get_serial_sequence($1, a.attname) IS NOT NULL THEN 'numbered by itself'
                    ELSE 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END),
            NOT a.attnotnull OR a.atthasdef OR a.attidentity <> ''
        FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT CASE contype WHEN 'p' THEN 'primary key' ELSE 'check' END, CASE contype WHEN 'p' THEN '' ELSE conname END,
            replace(pg_get_constraintdef(oid), ' NOT VALID', ''), true
        FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'c')
        UNION ALL
        SELECT 'index', c.relname, concat_ws(' ', CASE WHEN i.indisunique THEN 'UNIQUE' END, m.amname || ' (' || (
                SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true)
                    || CASE WHEN (i.indoption[k - 1] & 1) = 1 THEN ' DESC' ELSE '' END, ', ' ORDER BY k)
                FROM generate_series(1, i.indnkeyatts) AS k) || ')', 'WHERE ' || pg_get_expr(i.indpred, i.indrelid),
            CASE WHEN NOT i.indisvalid THEN 'INVALID' END), true
        FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS m ON m.oid = c.relam
        WHERE i.indrelid = $1::regclass AND NOT i.indisprimary
        ORDER BY 1, 2
        """

    /// $1 is the document: references that no foreign key keeps, whatever its name and what it does on deletion.
    static let references = """
        SELECT t ->> 'name', c ->> 'name', format('REFERENCES %s(%s)', c -> 'references' ->> 'table',
            c -> 'references' ->> 'column')
        FROM jsonb_array_elements($1::jsonb -> 'schema' -> 'tables') AS t, jsonb_array_elements(t -> 'columns') AS c
        WHERE c ? 'references' AND to_regclass(t ->> 'name') IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_constraint AS f
            JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND f.conkey = ARRAY[a.attnum]
            JOIN pg_attribute AS b ON b.attrelid = f.confrelid AND f.confkey = ARRAY[b.attnum]
            WHERE f.contype = 'f' AND f.conrelid = to_regclass(t ->> 'name')
                AND f.confrelid = to_regclass(c -> 'references' ->> 'table')
                AND a.attname = c ->> 'name' AND b.attname = c -> 'references' ->> 'column')
        ORDER BY 1, 2
        """

    /// $1 is the document, $2 the whole script: parts of the runtime that are away, and functions whose body is not one
    /// that the script has.
    static let runtime = """
        SELECT name, CASE WHEN function IS NOT NULL THEN 'another body' END
        FROM (
            SELECT o.value ->> 'name' AS name, o.ordinality, (
                SELECT max(p.oid::bigint)::oid FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
                WHERE n.nspname || '.' || p.proname = o.value ->> 'name') AS function
            FROM jsonb_array_elements($1::jsonb -> 'schema' -> 'own') WITH ORDINALITY AS o
        ) AS part
        WHERE CASE WHEN function IS NOT NULL
            THEN position((SELECT prosrc FROM pg_proc WHERE oid = function) IN $2::text) = 0
            ELSE to_regclass(name) IS NULL AND to_regnamespace(name) IS NULL END
        ORDER BY ordinality
        """
}
