import NIOCore

extension RecordStore {
    /// Asks the hook about the change of the row as it stands, and makes it to that row or, when that is another by now,
    /// asks again.
    func hookedUpdate(
        _ id: RecordID, _ patch: R.Patch, _ present: FieldMask, _ context: WriteContext,
        _ hook: @Sendable (inout BeforeUpdate<R>) async throws -> Void
    ) async throws -> Row {
        for _ in 0..<Self.hookAttempts {
            guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
            let version = Self.version(of: row)
            if let expected = context.expected, expected != version { throw Problem.stale }
            let change = try await offLoop { [change = BeforeUpdate<R>(id, patch, of: row, context)] in
                var change = change
                try await hook(&change)
                return change
            }
            guard change.issues.isEmpty else { throw Problem.validation(change.issues, below: context.root) }
            let named = hooks.present?(change.patch) ?? present
            guard !named.isEmpty else { return row }
            var pinned = context
            pinned.expected = version
            do {
                return try await storeUpdate(id, change.patch, present: named, pinned)
            } catch let problem as Problem where problem.code == Problem.stale.code && context.expected == nil {
                continue
            }
        }
        // Somebody changes the record faster than the hook looks at it.
        throw Problem.unavailable(retryAfter: 1)
    }

    private static var hookAttempts: Int { 4 }

    /// The new record as the hook leaves it.
    func hooked(_ id: RecordID, _ patch: R.Patch, _ context: WriteContext) async throws -> R.Patch {
        guard let hook = hooks.beforeCreate else { return patch }
        let change = try await offLoop { [change = BeforeCreate<R>(id, patch, context)] in
            var change = change
            try await hook(&change)
            return change
        }
        guard change.issues.isEmpty else { throw Problem.validation(change.issues, below: context.root) }
        return change.patch
    }

    /// Asks the hook about the deletion of the row as it stands; the deletion is of that version.
    func hookedDelete(
        _ id: RecordID, _ context: WriteContext, _ hook: @Sendable (inout BeforeDelete<R>) async throws -> Void
    ) async throws {
        for _ in 0..<Self.hookAttempts {
            guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
            let version = Self.version(of: row)
            if let expected = context.expected, expected != version { throw Problem.stale }
            let change = try await offLoop { [change = BeforeDelete<R>(id, row, context)] in
                var change = change
                try await hook(&change)
                return change
            }
            guard change.reasons.isEmpty else { throw Problem.deletionRefused(change.reasons) }
            var pinned = context
            pinned.expected = version
            do {
                return try await storeDelete(id, pinned, was: row)
            } catch let problem as Problem where problem.code == Problem.stale.code && context.expected == nil {
                continue
            }
        }
        throw Problem.unavailable(retryAfter: 1)
    }

    /// Tells the hook of a change that was made, when there is one, without waiting for it.
    func committed(_ action: String, _ id: RecordID, _ row: Row, _ context: WriteContext) {
        guard let hook = hooks.afterCommit else { return }
        let change = Committed<R>(
            action: action, id: id, version: Self.version(of: row), caller: context.caller,
            requestID: context.requestID, row: row)
        commits.add(R.facts.name) { try await hook(change) }
    }
}
