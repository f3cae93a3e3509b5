extension StatementPlan {
    /// Deletes one record, and does to those that refer to it what they say, with an audit event for each. Parameters: key,
    /// expected version or NULL, the actor, the request id. Gives a row for every record that was touched: the place of its
    /// resource, its key, and a version above all that it had, or has now.
    var delete: PlannedStatement? {
        guard !resource.access.delete.isEmpty, let place = contract.resources.firstIndex(of: resource) else {
            return nil
        }
        var parameters = ParameterList()
        let key = parameters.next("uuid")
        let expected = parameters.next("int8")
        let audit = (actor: parameters.next("uuid"), request: parameters.next("text"))
        let plan = DeletionPlan(resource, in: contract)
        var parts = [
            """
            changed AS (
                DELETE FROM \(resource.table) AS r
                WHERE r.\(resource.key) = \(key) AND (\(expected)::bigint IS NULL OR r.\(resource.version) = \(expected))
                RETURNING \(Self.touched(resource))
            )
            """
        ]
        var touched: [TouchedRecords] = [.init(place: place, resource: resource, name: "changed", action: "delete")]
        for step in plan.steps {
            if let deletion = deletion(step) {
                parts.append(deletion)
                touched.append(
                    .init(place: step.place, resource: step.resource, name: step.deletion, action: "delete"))
            }
        }
        for step in plan.steps {
            guard let clearing = clearing(step, place) else { continue }
            parts.append(clearing)
            touched.append(
                .init(
                    place: step.place, resource: step.resource, name: step.clearing, action: "update",
                    fields: step.clears.map(\.field.name)))
        }
        parts.append(
            """
            audited AS (
                INSERT INTO roster.audit_events (actor, action, resource, record_id, version, fields, request_id)
                \(touched.map { $0.events(audit.actor, audit.request) }.joined(separator: "\n    UNION ALL\n    "))
            )
            """)
        return PlannedStatement(
            name: "\(resource.name)_delete",
            sql: "WITH " + parts.joined(separator: ", ") + "\n"
                + touched.map { "SELECT \($0.place), key, version FROM \($0.name)" }.joined(separator: "\nUNION ALL\n"),
            parameterTypes: parameters.types)
    }

    private func deletion(_ step: DeletionPlan.Step) -> String? {
        guard !step.cascades.isEmpty else { return nil }
        return """
            \(step.deletion) AS (
                DELETE FROM \(step.resource.table) AS r
                WHERE \(Self.refers(step.cascades))
                RETURNING \(Self.touched(step.resource))
            )
            """
    }

    /// Clears references, but not those of records that go too: a statement does one thing to a row.
    private func clearing(_ step: DeletionPlan.Step, _ root: Int) -> String? {
        guard !step.clears.isEmpty else { return nil }
        let resource = step.resource
        var assignments = step.clears.map { field, deletion in
            let column = "r.\(field.column)"
            return "\(field.column) = CASE WHEN \(Self.refers([(field, deletion)])) THEN NULL ELSE \(column) END"
        }
        if let updated = resource.updated { assignments.append("\(updated) = now()") }
        assignments.append("\(resource.version) = \(Self.nextVersion)")
        var condition = Self.refers(step.clears)
        if !step.cascades.isEmpty { condition = "(\(condition)) AND (\(Self.refers(step.cascades))) IS NOT TRUE" }
        if step.place == root { condition = "(\(condition)) AND r.\(resource.key) NOT IN (SELECT key FROM changed)" }
        return """
            \(step.clearing) AS (
                UPDATE \(resource.table) AS r SET
                    \(assignments.joined(separator: ",\n        "))
                WHERE \(condition)
                RETURNING r.\(resource.key) AS key, r.\(resource.version) AS version
            )
            """
    }

    private static func refers(_ fields: [(field: Contract.Field, deletion: String)]) -> String {
        fields.map { "r.\($0.field.column) IN (SELECT key FROM \($0.deletion))" }.joined(separator: " OR ")
    }

    /// What is told of a deleted record; its version is above all that it had, so that no reader brings it back.
    private static func touched(_ resource: Contract.Resource) -> String {
        "r.\(resource.key) AS key, \(nextVersion) AS version"
    }
}

/// The records that one part of a deletion touched.
private struct TouchedRecords {
    let place: Int
    let resource: Contract.Resource
    let name: String
    let action: String
    var fields: [String] = []

    /// Their audit events. A row that was there before us may lack a key, and is nobody's record.
    func events(_ actor: String, _ request: String) -> String {
        let names = "ARRAY[\(fields.map(SQLLiteral.quoted).joined(separator: ", "))]::text[]"
        return "SELECT \(actor), '\(action)', '\(resource.name)', key, version, \(names), \(request) "
            + "FROM \(name) WHERE key IS NOT NULL"
    }
}
