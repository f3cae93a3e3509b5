extension Schema.OwnPart {
    /// In the order in which they are made. Each may be run on a database that has it: a part that grows does so by a
    /// further `ADD COLUMN IF NOT EXISTS`, and its migration is written by `rosterc migrate new` like any other.
    static let all: [Schema.OwnPart] = [
        Schema.OwnPart(name: "roster", sql: ownSchema),
        Schema.OwnPart(name: "roster.row_version", sql: versions),
        Schema.OwnPart(name: "roster.audit_events", sql: auditEvents),
        Schema.OwnPart(name: "roster.merge_patch", sql: mergePatch),
        Schema.OwnPart(name: "roster.json_fits", sql: jsonFits),
    ]

    private static let ownSchema = """
        CREATE SCHEMA IF NOT EXISTS roster;
        """

    private static let versions = """
        -- Row versions: one sequence for all tables, so that the versions of a key grow even over deletion and creation.
        CREATE SEQUENCE IF NOT EXISTS roster.row_version AS bigint START 2;
        """

    private static let auditEvents = """
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
        -- What a caller gave as the reason for an operation. It is about a person, so it is here and in no log.
        ALTER TABLE roster.audit_events ADD COLUMN IF NOT EXISTS detail JSONB;
        CREATE INDEX IF NOT EXISTS audit_events_record ON roster.audit_events (record_id, id);
        """

    private static let mergePatch = """
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
