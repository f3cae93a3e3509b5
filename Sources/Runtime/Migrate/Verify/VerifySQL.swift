/// The queries of `roster migrate verify`.
enum VerifySQL {
    /// What the definition of a trigger ends with that isn't called.
    static let disabled = " DISABLED"

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

    /// $1 is a table: kind, name and definition of what stands in it; whether a row may be inserted without it, or its
    /// function is not ours; and the columns that it is over. Whether rows of before were looked at (NOT VALID) is left
    /// out: those of tables that were taken over are not. Of the triggers of others those count that change rows.
    static let facts = """
        SELECT kind, name, replace(definition, COALESCE(pg_my_temp_schema()::regnamespace::text, '') || '.', 'roster.'),
            theirs, columns
        FROM (
            SELECT 'column' AS kind, a.attname AS name, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                    CASE WHEN a.attgenerated <> '' THEN 'GENERATED ' || pg_get_expr(d.adbin, d.adrelid)
                        WHEN pg_get_serial_sequence($1, a.attname) IS NOT NULL THEN 'numbered by itself'
                        ELSE 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END) AS definition,
                NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '' AS theirs, NULL AS columns
            FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT CASE contype WHEN 'p' THEN 'primary key' ELSE 'check' END,
                CASE contype WHEN 'p' THEN '' ELSE conname END,
                replace(pg_get_constraintdef(oid), ' NOT VALID', ''), true,
                (SELECT string_agg(attname, E'\\n') FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey))
            FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'c')
            UNION ALL
            SELECT 'index', c.relname, concat_ws(' ', CASE WHEN i.indisunique THEN 'UNIQUE' END, m.amname || ' (' || (
                    SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true)
                        || CASE WHEN (i.indoption[k - 1] & 1) = 1 THEN ' DESC' ELSE '' END, ', ' ORDER BY k)
                    FROM generate_series(1, i.indnkeyatts) AS k) || ')',
                    'WHERE ' || pg_get_expr(i.indpred, i.indrelid), CASE WHEN NOT i.indisvalid THEN 'INVALID' END), true,
                (SELECT string_agg(a.attname, E'\\n') FROM pg_depend AS p
                    JOIN pg_attribute AS a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
                    WHERE i.indisunique AND p.objid = i.indexrelid AND p.refobjid = i.indrelid)
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS m ON m.oid = c.relam
            WHERE i.indrelid = $1::regclass AND NOT i.indisprimary
            UNION ALL
            SELECT 'trigger', t.tgname,
                pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'D' THEN '\(disabled)' ELSE '' END, n.nspname <> 'roster', NULL
            FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid JOIN pg_namespace AS n ON n.oid = p.pronamespace
            WHERE t.tgrelid = $1::regclass AND NOT t.tgisinternal
                AND (n.nspname = 'roster' OR (t.tgtype & 3) = 3 AND t.tgenabled <> 'D')
        ) AS fact ORDER BY 1, 2
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

    /// $1 is the document. What is the runtime's own: kind, name, how it should be, which the temporary schema shows, and
    /// how it is. What has no counterpart in the temporary schema is only looked for.
    static let runtime = """
        SELECT CASE WHEN class.oid IS NOT NULL THEN CASE class.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END
                WHEN function.made IS NOT NULL THEN 'function' WHEN part.short = '' THEN 'schema' ELSE 'part' END,
            part.name,
            CASE WHEN class.relkind = 'S' THEN class.made ELSE function.made END,
            CASE WHEN function.made IS NOT NULL THEN function.found
                WHEN class.relkind = 'S' THEN class.found
                ELSE COALESCE(to_regclass(part.name)::text, to_regproc(part.name)::text,
                    CASE part.short WHEN '' THEN to_regnamespace(part.name)::text END) END
        FROM (
            SELECT o.value ->> 'name' AS name, split_part(o.value ->> 'name', '.', 2) AS short, o.ordinality
            FROM jsonb_array_elements($1::jsonb -> 'schema' -> 'own') WITH ORDINALITY AS o
        ) AS part
        LEFT JOIN LATERAL (
            SELECT c.oid, c.relkind, (
                    SELECT concat_ws(' ', 'AS', seqtypid::regtype, 'INCREMENT', seqincrement, CASE WHEN seqcycle THEN 'CYCLE' END)
                    FROM pg_sequence WHERE seqrelid = c.oid
                ) AS made, (
                    SELECT concat_ws(' ', 'AS', seqtypid::regtype, 'INCREMENT', seqincrement, CASE WHEN seqcycle THEN 'CYCLE' END)
                    FROM pg_sequence WHERE seqrelid = to_regclass(part.name)
                ) AS found
            FROM pg_class AS c WHERE c.relnamespace = pg_my_temp_schema() AND c.relname = part.short
        ) AS class ON true
        LEFT JOIN LATERAL (
            SELECT replace(replace(pg_get_functiondef(p.oid), pg_my_temp_schema()::regnamespace::text || '.', 'roster.'),
                    'pg_temp.', 'roster.') AS made, (
                    SELECT pg_get_functiondef(f.oid) FROM pg_proc AS f
                    WHERE f.pronamespace = to_regnamespace('roster') AND f.proname = p.proname
                        AND f.proargtypes = p.proargtypes
                ) AS found
            FROM pg_proc AS p WHERE p.pronamespace = pg_my_temp_schema() AND p.proname = part.short
        ) AS function ON true
        ORDER BY part.ordinality
        """
}
