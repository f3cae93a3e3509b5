import NIOCore

/// The records of one resource: reads through the cache, writes in one round trip, one road for every endpoint.
package struct RecordStore<R: Resource>: Sendable {
    let postgres: PostgresPool
    let cache: RecordCache
    let tags: EntityTag
    let hooks: RecordHooks<R>
    let calls: HookCalls<R>
    let work: HandWork
    let commits: CommitQueue

    package init(_ services: Services, _ hooks: RecordHooks<R>) {
        self.hooks = hooks
        self.calls = HookCalls(hooks, services.work)
        self.work = services.work
        self.commits = services.commits
        self.postgres = services.postgres
        self.cache = services.cache
        self.tags = EntityTag(contractHash: services.contract.hash)
    }

    package init(_ services: Services) where R.Functions == NoFunctions {
        self.init(services, RecordHooks(functions: NoFunctions()))
    }

    /// The roles that `caller` has on the record `id`.
    func roles(of caller: Caller, on id: RecordID?) -> RoleSet {
        guard let id, caller.subject == id else { return caller.roles }
        return caller.roles.union(R.facts.ownRole)
    }

    func key(_ id: RecordID) -> CacheKey {
        CacheKey(resource: R.facts.index, id: id)
    }

    /// What the process remembers, without waiting.
    func remembered(_ id: RecordID, _ view: View) -> CacheLookup {
        cache.lookup(key(id), view: view.cacheKey)
    }

    /// One view of a record, from the nearest level that has it; `nil` when there is no such record.
    func read(_ id: RecordID, _ view: View, deadline: ContinuousClock.Instant) async throws -> CachedView? {
        do {
            return try await cache.read(key(id), view: view.cacheKey, deadline: deadline) {
                () async throws(PostgresError) in
                guard let row = try await postgres.load(R.facts.select, key: id, deadline: deadline) else { return nil }
                return render(row, view)
            }
        } catch {
            throw Problem(error) ?? error
        }
    }

    /// The record's row as it stands in Postgres, for answers that no cache holds.
    func row(_ id: RecordID, deadline: ContinuousClock.Instant) async throws -> Row? {
        do {
            guard let row = try await postgres.load(R.facts.select, key: id, deadline: deadline) else { return nil }
            cache.observed(key(id), version: Self.version(of: row))
            return row
        } catch {
            throw Problem(error) ?? error
        }
    }

    /// The rows of a statement that reads.
    func query(
        _ statement: Statement, _ parameters: Parameters, deadline: ContinuousClock.Instant
    ) async throws -> Rows {
        do {
            return try await postgres.query(statement, parameters, deadline: deadline)
        } catch {
            throw Problem(error) ?? error
        }
    }

    /// The row version: every statement returns it as its second column.
    static func version(of row: Row) -> Int64 {
        row.int64(1) ?? 0
    }

    /// Makes the JSON of one view.
    func render(_ row: Row, _ view: View, only selected: FieldMask? = nil) -> CachedView {
        if view.isOwners { return owners(of: row) }
        var json = JSONWriter(buffer: ByteBufferAllocator().buffer(capacity: 512))
        let version = Self.version(of: row)
        if let section = view.section {
            R.writeSection(section, of: row, to: &json)
        } else {
            writeObject(row, view, only: selected, to: &json)
        }
        let part = selected.map { "f" + String($0.rawValue, radix: 36) } ?? view.tagPart
        return CachedView(
            version: version, etag: tags.tag(version: version, view: view.roles, part: part), body: json.buffer)
    }

    private func writeObject(_ row: Row, _ view: View, only selected: FieldMask?, to json: inout JSONWriter) {
        let readable = R.readable(row, by: view.roles)
        json.beginObject()
        let shown = selected.map(readable.intersection) ?? readable
        R.write(shown, of: row, to: &json)
        R.writeComputed(shown, of: row, with: hooks.functions, to: &json)
        var redacted = R.offered(to: view.roles).subtracting(readable)
        if let selected { redacted.formIntersection(selected) }
        if !redacted.isEmpty { writeRedacted(redacted, to: &json) }
        if view.isOwn, let completion = R.completion(of: row) { json.completion(completion) }
        json.endObject()
    }

    private func writeRedacted(_ fields: FieldMask, to json: inout JSONWriter) {
        json.key("_redacted")
        json.beginArray()
        for (bit, name) in R.facts.fieldNames.enumerated() where fields.contains(FieldMask(field: bit)) {
            json.string(name)
        }
        json.endArray()
    }
}

extension JSONWriter {
    fileprivate mutating func completion(_ completion: Completion) {
        key("completion")
        beginObject()
        key("score")
        int(completion.score)
        key("missing")
        beginArray()
        for name in completion.missing { string(name) }
        endArray()
        endObject()
    }
}
