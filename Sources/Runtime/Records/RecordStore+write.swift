import NIOCore

/// Who writes, and what the write may replace.
struct WriteContext: Sendable {
    var caller: Caller
    var requestID: String
    var deadline: ContinuousClock.Instant
    /// The row version that the write must find; `nil` when any will do.
    var expected: Int64?
    /// The JSON pointer, in the record, of what the body is: empty for the whole record.
    var root = ""
    /// What of the change is a hook's and not the caller's.
    var hooked: HookedFields?
}

extension RecordStore {
    /// Changes a record in one statement, its audit event included, and answers the new row.
    ///
    /// After this returns, this process serves no older version of the record again. When the outcome is unknown (the
    /// connection was lost after the statement was sent) the record is kept out of the caches until it must be settled.
    ///
    /// A body that names no field changes nothing, and makes neither a version nor an audit event.
    func update(_ id: RecordID, _ patch: R.Patch, present: FieldMask, _ context: WriteContext) async throws -> Row {
        guard !present.isEmpty else { return try await unchanged(id, context) }
        if let hook = hooks.beforeUpdate, let call = calls.update {
            return try await hookedUpdate(id, patch, present, context, hook, call)
        }
        return try await storeUpdate(id, patch, present: present, context)
    }

    /// The statement of a change that nobody has anything against.
    func storeUpdate(
        _ id: RecordID, _ patch: R.Patch, present: FieldMask, _ context: WriteContext
    ) async throws -> Row {
        var parameters = Parameters()
        parameters.uuid(id)
        parameters.int8(context.expected)
        parameters.int8(Int64(bitPattern: present.rawValue))
        parameters.uuid(context.caller.subject)
        parameters.text(context.requestID)
        parameters.textArray(R.names(of: present))
        R.bind(patch, to: &parameters)
        let steps = R.steps(of: patch)
        for _ in 0..<2 {
            if let row = try await write(R.facts.update, parameters, id: id, context).first {
                committed("update", id, row, context)
                return row
            }
            guard !steps.isEmpty else { throw try await missing(id, context) }
            let row = try await unchanged(id, context)
            if let step = steps.first(where: { !$0.isLegal(in: row) }) {
                if let fault = context.hooked?.fault(step, R.facts) { throw fault }
                throw step.illegal
            }
            // Another caller moved it between the two statements, to where this value may follow: once more.
        }
        throw Problem.unavailable(retryAfter: 1)
    }

    /// Makes a record, its audit event included, and answers its row.
    func create(_ id: RecordID, _ patch: R.Patch, present: FieldMask, _ context: WriteContext) async throws -> Row {
        guard let insert = R.facts.insert else { throw Problem.notFound }
        var (patch, present, context) = (patch, present, context)
        if let hook = hooks.beforeCreate, let call = calls.create {
            let hooked = try await hooked(id, patch, context, hook, call)
            patch = hooked.patch
            present = hooks.present?(patch) ?? present
            context.hooked = hooked.wrote
        }
        var parameters = Parameters()
        parameters.uuid(id)
        parameters.uuid(context.caller.subject)
        parameters.text(context.requestID)
        parameters.textArray(R.names(of: present))
        R.bindNew(patch, to: &parameters)
        guard let row = try await write(insert, parameters, id: id, context).first else {
            throw Problem.internalError
        }
        // Its parts are there from now on; they have no version of their own before they are written.
        for part in R.facts.parts { cache.written(CacheKey(resource: part, id: id), version: 0) }
        committed("create", id, row, context)
        return row
    }

    func write(
        _ statement: Statement, _ parameters: Parameters, id: RecordID, _ context: WriteContext
    ) async throws -> Rows {
        let rows: Rows
        do {
            rows = try await postgres.query(statement, parameters, deadline: context.deadline)
        } catch {
            if error.outcomeIsUnknown { forget(id) }
            if let fault = context.hooked?.fault(error, R.facts) { throw fault }
            throw Problem(error, meanings: R.facts.constraints, root: context.root) ?? error
        }
        if let row = rows.first { remember(row, id) }
        return rows
    }

    /// Makes the caches refuse everything older than `row`, and than the record that changed with it.
    private func remember(_ row: Row, _ id: RecordID) {
        cache.written(key(id), version: Self.version(of: row))
        if let touch = R.facts.touch, let version = row.int64(touch.column) {
            cache.written(CacheKey(resource: touch.resource, id: id), version: version)
        }
    }

    private func forget(_ id: RecordID) {
        cache.outcomeUnknown(key(id))
        if let touch = R.facts.touch { cache.outcomeUnknown(CacheKey(resource: touch.resource, id: id)) }
        for part in R.facts.parts { cache.outcomeUnknown(CacheKey(resource: part, id: id)) }
    }

    /// The row as it stands, which must be the version that the client expects.
    private func unchanged(_ id: RecordID, _ context: WriteContext) async throws -> Row {
        guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
        if let expected = context.expected, expected != Self.version(of: row) { throw Problem.stale }
        return row
    }

    /// Why a write found no row: there is none, or it has another version.
    func missing(_ id: RecordID, _ context: WriteContext) async throws -> Problem {
        try await row(id, deadline: context.deadline) == nil ? .notFound : .stale
    }
}

extension Resource {
    /// The JSON names of `fields`, in the order of the contract.
    static func names(of fields: FieldMask) -> [String] {
        facts.fieldNames.indices.compactMap { bit in
            fields.contains(FieldMask(field: bit)) ? facts.fieldNames[bit].description : nil
        }
    }
}
