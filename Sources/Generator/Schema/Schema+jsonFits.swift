extension Schema.OwnPart {
    static let jsonFits = """
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
        """
}
