extension StatementPlan {
    /// Moves one record to another state and writes its audit event, in one statement, if it is in a state that may be left
    /// for that. Parameters: key, expected version or NULL, the actor, the request id, what the body said.
    func move(_ operation: Contract.Operation) -> PlannedStatement? {
        guard case .move(let name, let from, let to) = operation.kind, let field = resource.field(named: name) else {
            return nil
        }
        var parameters = ParameterList()
        let key = parameters.next("uuid")
        let expected = parameters.next("int8")
        let actor = parameters.next("uuid")
        let request = parameters.next("text")
        let detail = parameters.next("jsonb")
        var assignments = ["\(field.column) = \(SQLLiteral.quoted(to))"]
        if let updated = resource.updated { assignments.append("\(updated) = now()") }
        assignments.append("\(resource.version) = \(Self.nextVersion)")
        return PlannedStatement(
            name: "\(resource.name)_operation_\(operation.name)",
            sql: """
                WITH changed AS (
                    UPDATE \(resource.table) AS r SET
                        \(assignments.joined(separator: ",\n        "))
                    WHERE r.\(resource.key) = \(key)
                        AND (\(expected)::bigint IS NULL OR r.\(resource.version) = \(expected))
                        AND r.\(field.column) IN (\(from.map(SQLLiteral.quoted).joined(separator: ", ")))
                    RETURNING r.*
                ), audited AS (
                    INSERT INTO roster.audit_events
                        (actor, action, resource, record_id, version, fields, request_id, detail)
                    SELECT \(actor), '\(operation.name)', '\(resource.name)', changed.\(resource.key), \
                changed.\(resource.version), '{\(field.name)}'::text[], \(request), \(detail)
                    FROM changed
                )
                SELECT \(recordColumns(own: "changed", choices: "c", key: "changed.\(resource.key)"))
                FROM changed\(joinedChoices(on: "changed"))
                """,
            parameterTypes: parameters.types)
    }
}
