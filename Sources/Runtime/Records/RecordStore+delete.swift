extension RecordStore {
    /// How often a deletion is tried when a record that refers to the deleted one is made at the same time.
    private static var deletionTries: Int { 3 }

    /// Deletes a record and what goes with it, in one statement, the audit events included.
    ///
    /// Each record that the statement touched comes back with a version above all that it had, so that the caches take it
    /// as they take a change: a slow reader's old row is older, and is refused. When the outcome is unknown, and others may
    /// have been touched whose keys nobody knows, all caches are emptied.
    func delete(_ id: RecordID, _ context: WriteContext) async throws {
        if let hook = hooks.beforeDelete, let call = calls.delete {
            return try await hookedDelete(id, context, hook, call)
        }
        // Who is told of the deletion is told what was deleted.
        let row = hooks.afterCommit == nil ? nil : try await row(id, deadline: context.deadline)
        try await storeDelete(id, context, was: row)
    }

    /// The statement of a deletion that nobody has anything against.
    func storeDelete(_ id: RecordID, _ context: WriteContext, was row: Row?) async throws {
        guard let statement = R.facts.delete else { throw Problem.notFound }
        var parameters = Parameters()
        parameters.uuid(id)
        parameters.int8(context.expected)
        parameters.uuid(context.caller.subject)
        parameters.text(context.requestID)
        let rows = try await deleted(statement, parameters, id, context)
        var isFound = false
        for row in rows {
            guard let place = row.int64(0).flatMap({ UInt8(exactly: $0) }), let key = row.uuid(1),
                let version = row.int64(2)
            else { continue }
            cache.written(CacheKey(resource: place, id: key), version: version)
            if place == R.facts.index, key == id { isFound = true }
        }
        guard isFound else { throw try await missing(id, context) }
        if let row { committed("delete", id, row, context) }
    }

    private func deleted(
        _ statement: Statement, _ parameters: Parameters, _ id: RecordID, _ context: WriteContext
    ) async throws -> Rows {
        for isLast in (1...Self.deletionTries).map({ $0 == Self.deletionTries }) {
            do {
                return try await postgres.query(statement, parameters, deadline: context.deadline)
            } catch {
                if error.outcomeIsUnknown {
                    if R.facts.deletesOthers { cache.outcomeUnknownOfMany() } else { cache.outcomeUnknown(key(id)) }
                }
                guard error.isReferenced else { throw Problem(error) ?? error }
                // One that was made after the statement began is not seen by it, and is by the next.
                if isLast || !R.facts.deletesOthers { throw Problem.inUse }
            }
        }
        throw Problem.inUse
    }
}

extension PostgresError {
    /// Whether a record was kept because another refers to it, whatever table that one is in (Postgres manual, appendix A:
    /// `foreign_key_violation`, `restrict_violation`).
    fileprivate var isReferenced: Bool {
        if case .server(let sqlstate, _, _, _) = self { ["23503", "23001"].contains(sqlstate) } else { false }
    }
}

extension Problem {
    /// 409: other records refer to this one.
    static let inUse = Problem.conflict(
        code: "in_use", title: "Other records refer to this one.",
        detail: "Delete or change those first.")
}
