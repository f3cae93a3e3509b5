extension StatementPlan {
    /// Changes one record and writes its audit event, in one statement. Parameters: key, expected version or NULL, the
    /// mask of the fields to set, the actor, the request id, the names of the fields for the audit, then the values.
    var update: PlannedStatement {
        parent == nil ? updateOfRow : upsert
    }

    private var updateOfRow: PlannedStatement {
        var parameters = ParameterList()
        let common = CommonParameters(&parameters)
        var assignments: [String] = []
        var guards: [String] = []
        for (bit, field) in resource.fields.enumerated() where field.isUpdatable {
            // Of an enum, the one that the assignment takes.
            let value = parameters.upcoming
            assignments.append(assignment(field, bit, common.present, &parameters))
            if let transitions = field.transitions { guards.append(Self.mayFollow(field.column, value, transitions)) }
        }
        if let updated = resource.updated { assignments.append("\(updated) = now()") }
        assignments.append("\(resource.version) = \(Self.nextVersion)")
        return PlannedStatement(
            name: "\(resource.name)_update",
            sql: """
                WITH changed AS (
                    UPDATE \(resource.table) AS r SET
                        \(assignments.joined(separator: ",\n        "))
                    WHERE r.\(resource.key) = \(common.key)
                        AND (\(common.expected)::bigint IS NULL OR r.\(resource.version) = \(common.expected))\
                \(guards.map { "\n        AND " + $0 }.joined())
                    RETURNING r.*
                ), audited AS (
                \(audit("update", common))
                )
                SELECT \(recordColumns(own: "changed", choices: "c", key: "changed.\(resource.key)"))
                FROM changed\(joinedChoices(on: "changed"))
                """,
            parameterTypes: parameters.types)
    }

    /// Whether the row's value may be followed by the new one. It is NULL in a body that does not name the field, and may be
    /// in a row that was there before us: then nothing stands against it.
    private static func mayFollow(_ column: String, _ value: String, _ transitions: Contract.Transitions) -> String {
        let pairs = transitions.pairs.map { "(\(SQLLiteral.quoted($0.from)), \(SQLLiteral.quoted($0.to)))" }
        let steps = pairs.isEmpty ? "" : " OR (r.\(column), \(value)) IN (\(pairs.joined(separator: ", ")))"
        return "COALESCE(r.\(column) = \(value)\(steps), TRUE)"
    }

    private func assignment(
        _ field: Contract.Field, _ bit: Int, _ present: String, _ parameters: inout ParameterList
    ) -> String {
        let type = ColumnType(field.type)
        let value = parameters.next(type.parameter) + type.castFromParameter
        if field.type.isObject {
            let isMerged = parameters.next("bool")
            return """
                \(field.column) = CASE WHEN NOT \(Self.isPresent(bit, present)) THEN r.\(field.column) \
                WHEN \(isMerged) THEN roster.merge_patch(r.\(field.column), \(value)) ELSE \(value) END
                """
        }
        return "\(field.column) = CASE WHEN \(Self.isPresent(bit, present)) THEN \(value) ELSE r.\(field.column) END"
    }

    /// For a resource whose record is there as soon as its parent is: the first write makes the row.
    private var upsert: PlannedStatement {
        guard let parent else { return updateOfRow }
        var parameters = ParameterList()
        let common = CommonParameters(&parameters)
        let values = resource.sections.map { SectionValue($0.bit, $0.field, &parameters) }
        // The row that is proposed must keep the table's rules even where it is not the one that is kept.
        let made = values.map { Self.merged($0, into: "e", common) }
        let merged = values.map { "\($0.column) = " + Self.merged($0, into: "r", common) }
        let updated = resource.updated
        let names = [resource.key] + values.map(\.column) + [updated, resource.version].compactMap { $0 }
        let first = ["p.\(parent.key)"] + made + (updated == nil ? [] : ["now()"]) + [Self.nextVersion]
        let next = merged + (updated.map { ["\($0) = now()"] } ?? []) + ["\(resource.version) = \(Self.nextVersion)"]
        let touch = touched(common)
        return PlannedStatement(
            name: "\(resource.name)_update",
            sql: """
                WITH changed AS (
                    INSERT INTO \(resource.table) AS r (\(names.joined(separator: ", ")))
                    SELECT \(first.joined(separator: ", "))
                    FROM \(parent.table) AS p
                    LEFT JOIN \(resource.table) AS e ON e.\(resource.key) = p.\(parent.key)
                    WHERE p.\(parent.key) = \(common.key)
                        AND (COALESCE(\(common.expected)::bigint, 0) = 0 OR e.\(resource.key) IS NOT NULL)
                    ON CONFLICT (\(resource.key)) DO UPDATE SET
                        \(next.joined(separator: ",\n        "))
                    WHERE \(common.expected)::bigint IS NULL OR r.\(resource.version) = \(common.expected)
                    RETURNING r.*
                )\(touch.map { ", touched AS (\n\($0)\n)" } ?? ""), audited AS (
                \(audit("update", common))
                )
                SELECT \(recordColumns(own: "changed", choices: "c", key: "changed.\(resource.key)"))\
                \(touch == nil ? "" : ", (SELECT version FROM touched)")
                FROM changed\(joinedChoices(on: "changed"))
                """,
            parameterTypes: parameters.types)
    }

    /// The value of a section's column when its patch is merged into the one that `row` has. One that is no object, in a
    /// row that was there before us, counts as empty.
    private static func merged(_ value: SectionValue, into row: String, _ common: CommonParameters) -> String {
        """
        CASE WHEN NOT \(isPresent(value.bit, common.present)) THEN \(row).\(value.column) \
        WHEN \(value.patch) IS NULL THEN NULL \
        ELSE roster.merge_patch(CASE jsonb_typeof(\(row).\(value.column)) WHEN 'object' \
        THEN \(row).\(value.column) - \(value.replaced) ELSE '{}' END, \(value.patch)) END
        """
    }

    /// Gives the record whose masks the written choices rule a new version, since its JSON changes with them.
    private func touched(_ common: CommonParameters) -> String? {
        guard let target = touchedResource, let visibility = target.visibility,
            let bit = resource.bit(of: visibility.section)
        else { return nil }
        return """
            UPDATE \(target.table) AS t SET \(target.version) = \(Self.nextVersion)
            FROM changed
            WHERE t.\(target.key) = changed.\(resource.key) AND \(Self.isPresent(bit, common.present))
            RETURNING t.\(target.version) AS version
            """
    }

    /// The resource whose owners' choices are kept in this one.
    var touchedResource: Contract.Resource? {
        contract.resources.first { $0.visibility?.resource == resource.name }
    }

    /// Whether there is an `insert`.
    var makesRecords: Bool { parent == nil && !resource.access.create.isEmpty }

    /// Makes one record and writes its audit event. Parameters: key, actor, request id, field names, then the values.
    var insert: PlannedStatement? {
        guard makesRecords else { return nil }
        var parameters = ParameterList()
        let common = CommonParameters(insert: &parameters)
        var names = [resource.key]
        var values = [common.key]
        for field in resource.fields where field.isCreatable && field.name != resource.key {
            let type = ColumnType(field.type)
            let value = parameters.next(type.parameter) + type.castFromParameter
            names.append(field.column)
            values.append(field.standard.map { "COALESCE(\(value), \(SQLLiteral.text($0, field.type)))" } ?? value)
        }
        names.append(resource.version)
        values.append(Self.nextVersion)
        return PlannedStatement(
            name: "\(resource.name)_insert",
            sql: """
                WITH changed AS (
                    INSERT INTO \(resource.table) AS r (\(names.joined(separator: ", ")))
                    VALUES (\(values.joined(separator: ", ")))
                    RETURNING r.*
                ), audited AS (
                \(audit("create", common))
                )
                SELECT \(recordColumns(own: "changed", choices: "c", key: "changed.\(resource.key)"))
                FROM changed\(joinedChoices(on: "changed"))
                """,
            parameterTypes: parameters.types)
    }

    private func audit(_ action: String, _ common: CommonParameters) -> String {
        """
            INSERT INTO roster.audit_events (actor, action, resource, record_id, version, fields, request_id)
            SELECT \(common.actor), '\(action)', '\(resource.name)', changed.\(resource.key), \
        changed.\(resource.version), \(common.names), \(common.request)
            FROM changed
        """
    }

    /// Row versions come from one sequence, so that a key's versions grow even over deletion and creation.
    static let nextVersion = "nextval('roster.row_version')"

    /// Whether the mask in the parameter `present` has the bit.
    private static func isPresent(_ bit: Int, _ present: String) -> String {
        "(\(present) & (1::bigint << \(bit)) <> 0)"
    }
}

/// The parameters that every write has, in the order in which the runtime binds them.
private struct CommonParameters {
    let key: String
    var expected = ""
    var present = ""
    let actor: String
    let request: String
    let names: String

    init(_ parameters: inout ParameterList) {
        key = parameters.next("uuid")
        expected = parameters.next("int8")
        present = parameters.next("int8")
        actor = parameters.next("uuid")
        request = parameters.next("text")
        names = parameters.next("textArray")
    }

    init(insert parameters: inout ParameterList) {
        key = parameters.next("uuid")
        actor = parameters.next("uuid")
        request = parameters.next("text")
        names = parameters.next("textArray")
    }
}

/// A section's two parameters: the merge patch, NULL for back to the defaults, and the keys to replace whole.
private struct SectionValue {
    let bit: Int
    let column: String
    let patch: String
    let replaced: String

    init(_ bit: Int, _ field: Contract.Field, _ parameters: inout ParameterList) {
        self.bit = bit
        self.column = field.column
        self.patch = parameters.next("jsonb")
        self.replaced = parameters.next("textArray")
    }
}
