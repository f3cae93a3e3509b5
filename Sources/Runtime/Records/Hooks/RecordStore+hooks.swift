import NIOCore

extension RecordStore {
    /// Asks the hook about the change of the row as it stands, and makes it to that row or, when that is another by
    /// now, asks again.
    func hookedUpdate(
        _ id: RecordID, _ patch: R.Patch, _ present: FieldMask, _ context: WriteContext,
        _ hook: @escaping @Sendable (inout BeforeUpdate<R>) async throws -> Void, _ call: HandCall<R.Refusal>
    ) async throws -> Row {
        for _ in 0..<Self.hookAttempts {
            guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
            let version = Self.version(of: row)
            if let expected = context.expected, expected != version { throw Problem.stale }
            let deadline = call.deadline(context.deadline)
            let asked = BeforeUpdate<R>(id, patch, of: row, by: context.caller, until: deadline)
            let change = try await call.run(by: deadline) {
                var change = asked
                try await hook(&change)
                return change
            }
            guard change.issues.isEmpty else { throw Problem.validation(change.issues, below: context.root) }
            let (hooked, wrote) = try checked(change.patch, since: patch, call, isCreation: false)
            let named = hooks.present?(hooked) ?? present
            guard !named.isEmpty else { return row }
            var pinned = context
            pinned.expected = version
            pinned.hooked = wrote
            do {
                return try await storeUpdate(id, hooked, present: named, pinned)
            } catch let problem as Problem where problem.code == Problem.stale.code && context.expected == nil {
                continue
            }
        }
        // Somebody changes the record faster than the hook looks at it.
        throw Problem.unavailable(retryAfter: 1)
    }

    private static var hookAttempts: Int { 4 }

    /// The new record as the hook leaves it, and what of it the hook wrote.
    func hooked(
        _ id: RecordID, _ patch: R.Patch, _ context: WriteContext,
        _ hook: @escaping @Sendable (inout BeforeCreate<R>) async throws -> Void, _ call: HandCall<R.Refusal>
    ) async throws -> (patch: R.Patch, wrote: HookedFields) {
        let deadline = call.deadline(context.deadline)
        let asked = BeforeCreate<R>(id, patch, by: context.caller, until: deadline)
        let change = try await call.run(by: deadline) {
            var change = asked
            try await hook(&change)
            return change
        }
        guard change.issues.isEmpty else { throw Problem.validation(change.issues, below: context.root) }
        return try checked(change.patch, since: patch, call, isCreation: true)
    }

    /// What a hook made of a patch, in the form in which it is stored. Throws `HandFault` when it breaks rules of the
    /// spec.
    private func checked(
        _ patch: R.Patch, since old: R.Patch, _ call: HandCall<R.Refusal>, isCreation: Bool
    ) throws(HandFault) -> (patch: R.Patch, wrote: HookedFields) {
        var patch = patch
        var check = PatchCheck(isCreation: isCreation)
        hooks.recheck?(&patch, old, &check)
        if check.isClean, check.wrote(FieldMask(rawValue: .max)) {
            check.validators(issues(in: patch), R.facts.fieldNames)
        }
        guard check.isClean else { throw call.fault(.rules(check.broken)) }
        return (patch, HookedFields(fields: check.changed, counted: call.fault))
    }

    /// Asks the hook about the deletion of the row as it stands; the deletion is of that version.
    func hookedDelete(
        _ id: RecordID, _ context: WriteContext,
        _ hook: @escaping @Sendable (inout BeforeDelete<R>) async throws -> Void, _ call: HandCall<R.Refusal>
    ) async throws {
        for _ in 0..<Self.hookAttempts {
            guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
            let version = Self.version(of: row)
            if let expected = context.expected, expected != version { throw Problem.stale }
            let deadline = call.deadline(context.deadline)
            let asked = BeforeDelete<R>(id, row, by: context.caller, until: deadline)
            let change = try await call.run(by: deadline) {
                var change = asked
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

    /// What validators by hand have against a patch that keeps all rules of the spec.
    func issues(in patch: R.Patch) -> [Issue] {
        guard let seconds = calls.validation else { return [] }
        let start = ContinuousClock.now
        defer { seconds.record(.now - start) }
        return R.issues(in: patch, with: hooks.functions)
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
