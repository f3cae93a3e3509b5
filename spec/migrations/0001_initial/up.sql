--@ migration 0001_initial
--@ from empty
--@ to 3fdc6fcf10464e3b62f864c9298c908b88e32786415be7ce8515f3635ea11465
-- Written by rosterc; never edited: migrations.lock holds its checksum.

--@ step 1 expand transaction
-- Makes the tables, or adds what is missing to those that are there; loses nothing.
-- ACCESS EXCLUSIVE on tables that are there already, for a moment; scans the table; in a transaction
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
-- What a caller gave as the reason for an operation. It is about a person, so it is here and in no log.
ALTER TABLE roster.audit_events ADD COLUMN IF NOT EXISTS detail JSONB;
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
-- Whether a JSON value is of a shape, told in words of JSON Schema: type, enum, minimum, maximum, minLength,
-- maxLength, items, minItems, maxItems (of an object, too), uniqueItems, properties, required,
-- additionalProperties, keys (which there may be). What is not told is not looked at; a member that is null counts
-- as absent.
CREATE OR REPLACE FUNCTION roster.json_fits(given jsonb, shape jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    kind text := jsonb_typeof(given);
    wanted text := shape ->> 'type';
    amount numeric;
    part record;
    inner_shape jsonb;
BEGIN
    IF given IS NULL THEN
        RETURN NULL;
    END IF;
    IF wanted <> (CASE wanted WHEN 'integer' THEN replace(kind, 'number', 'integer') ELSE kind END)
        OR shape ? 'enum' AND NOT (shape -> 'enum') @> given THEN
        RETURN false;
    END IF;
    IF kind = 'number' THEN
        amount := (given #>> '{}')::numeric;
        RETURN NOT COALESCE(
            amount < (shape ->> 'minimum')::numeric OR amount > (shape ->> 'maximum')::numeric
            OR wanted = 'integer' AND amount <> trunc(amount), false);
    ELSIF kind = 'string' THEN
        amount := char_length(given #>> '{}');
        RETURN NOT COALESCE(
            amount < (shape ->> 'minLength')::numeric OR amount > (shape ->> 'maxLength')::numeric, false);
    ELSIF kind = 'array' THEN
        amount := jsonb_array_length(given);
        IF shape ? 'uniqueItems'
            AND amount <> (SELECT count(DISTINCT item) FROM jsonb_array_elements(given) AS items (item)) THEN
            RETURN false;
        END IF;
        FOR part IN SELECT item FROM jsonb_array_elements(given) AS items (item) LOOP
            IF NOT roster.json_fits(part.item, shape -> 'items') THEN
                RETURN false;
            END IF;
        END LOOP;
    ELSIF kind = 'object' THEN
        amount := (SELECT count(*) FROM jsonb_object_keys(given));
        IF NOT given ?& ARRAY(SELECT jsonb_array_elements_text(shape -> 'required')) THEN
            RETURN false;
        END IF;
        FOR part IN SELECT member.key, member.value FROM jsonb_each(given) AS member LOOP
            CONTINUE WHEN jsonb_typeof(part.value) = 'null';
            inner_shape := COALESCE(
                shape #> ARRAY['properties', part.key], shape -> 'additionalProperties');
            IF inner_shape = 'false' OR NOT (shape -> 'keys') ? part.key
                OR NOT roster.json_fits(part.value, inner_shape) THEN
                RETURN false;
            END IF;
        END LOOP;
    END IF;
    RETURN NOT COALESCE(
        amount < (shape ->> 'minItems')::numeric OR amount > (shape ->> 'maxItems')::numeric, false);
END $$;

-- profile
CREATE TABLE IF NOT EXISTS user_profiles (
    id SERIAL PRIMARY KEY,
    user_id UUID REFERENCES auth.users(id),
    display_name VARCHAR(100),
    avatar_url TEXT,
    bio TEXT,
    email TEXT,
    phone TEXT,
    status TEXT NOT NULL DEFAULT 'active',
    last_active_at TIMESTAMPTZ,
    job_title VARCHAR(80),
    customer_tier TEXT NOT NULL DEFAULT 'free',
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW(),
    row_version BIGINT NOT NULL DEFAULT 1
);
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS user_id UUID REFERENCES auth.users(id);
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS display_name VARCHAR(100);
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS avatar_url TEXT;
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS bio TEXT;
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS email TEXT;
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS phone TEXT;
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS status TEXT NOT NULL DEFAULT 'active';
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS last_active_at TIMESTAMPTZ;
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS job_title VARCHAR(80);
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS customer_tier TEXT NOT NULL DEFAULT 'free';
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS created_at TIMESTAMPTZ DEFAULT NOW();
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS updated_at TIMESTAMPTZ DEFAULT NOW();
ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS row_version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE user_profiles ALTER COLUMN row_version SET DEFAULT nextval('roster.row_version');
DO $$
DECLARE
    _repeated bigint;
BEGIN
    SELECT count(*) INTO _repeated FROM (
        SELECT FROM user_profiles WHERE user_id IS NOT NULL GROUP BY user_id HAVING count(*) > 1
    ) AS duplicates;
    IF _repeated > 0 THEN
        RAISE EXCEPTION '% values of user_profiles.user_id stand in more than one row, and they must be unique', _repeated
            USING HINT = 'Find them with: SELECT user_id, count(*) FROM user_profiles GROUP BY 1 HAVING count(*) > 1';
    END IF;
END $$;
CREATE UNIQUE INDEX IF NOT EXISTS user_profiles_user_id_key ON user_profiles (user_id);
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_display_name_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_display_name_check CHECK (char_length(display_name) >= 1) NOT VALID;
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_avatar_url_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_avatar_url_check CHECK (char_length(avatar_url) <= 2048) NOT VALID;
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_bio_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_bio_check CHECK (char_length(bio) <= 2000) NOT VALID;
DO $$
DECLARE
    _repeated bigint;
BEGIN
    SELECT count(*) INTO _repeated FROM (
        SELECT FROM user_profiles WHERE lower(email) IS NOT NULL GROUP BY lower(email) HAVING count(*) > 1
    ) AS duplicates;
    IF _repeated > 0 THEN
        RAISE EXCEPTION '% values of user_profiles.email stand in more than one row, and they must be unique', _repeated
            USING HINT = 'Find them with: SELECT lower(email), count(*) FROM user_profiles GROUP BY 1 HAVING count(*) > 1';
    END IF;
END $$;
CREATE UNIQUE INDEX IF NOT EXISTS user_profiles_email_key ON user_profiles (lower(email));
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_email_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_email_check CHECK (char_length(email) <= 254) NOT VALID;
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_phone_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_phone_check CHECK (char_length(phone) <= 16) NOT VALID;
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_status_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_status_check CHECK (status IN ('invited', 'active', 'suspended', 'deactivated')) NOT VALID;
ALTER TABLE user_profiles DROP CONSTRAINT IF EXISTS user_profiles_customer_tier_check;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_customer_tier_check CHECK (customer_tier IN ('free', 'pro', 'enterprise')) NOT VALID;
CREATE INDEX IF NOT EXISTS user_profiles_created_at_list
    ON user_profiles (COALESCE(created_at, '-infinity'::timestamptz), user_id);
CREATE INDEX IF NOT EXISTS user_profiles_display_name_list
    ON user_profiles (COALESCE(display_name, ''), user_id);
CREATE INDEX IF NOT EXISTS user_profiles_last_active_at_list
    ON user_profiles (COALESCE(last_active_at, '-infinity'::timestamptz), user_id);
CREATE INDEX IF NOT EXISTS user_profiles_job_title_list
    ON user_profiles (COALESCE(job_title, ''), user_id);

-- settings
CREATE TABLE IF NOT EXISTS user_settings (
    user_id UUID PRIMARY KEY REFERENCES auth.users(id),
    notification_preferences JSONB,
    ui_preferences JSONB,
    privacy_settings JSONB,
    updated_at TIMESTAMPTZ DEFAULT NOW(),
    row_version BIGINT NOT NULL DEFAULT 1
);
ALTER TABLE user_settings ADD COLUMN IF NOT EXISTS notification_preferences JSONB;
ALTER TABLE user_settings ADD COLUMN IF NOT EXISTS ui_preferences JSONB;
ALTER TABLE user_settings ADD COLUMN IF NOT EXISTS privacy_settings JSONB;
ALTER TABLE user_settings ADD COLUMN IF NOT EXISTS updated_at TIMESTAMPTZ DEFAULT NOW();
ALTER TABLE user_settings ADD COLUMN IF NOT EXISTS row_version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE user_settings ALTER COLUMN row_version SET DEFAULT nextval('roster.row_version');
ALTER TABLE user_settings DROP CONSTRAINT IF EXISTS user_settings_notification_preferences_check;
ALTER TABLE user_settings ADD CONSTRAINT user_settings_notification_preferences_check CHECK (jsonb_typeof(notification_preferences -> 'quiet_hours') IS DISTINCT FROM 'object' OR roster.json_fits(notification_preferences -> 'quiet_hours', '{"required":["from","to"]}')) NOT VALID;
