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
    let formerNameUses: FormerNameUses

    package init(_ services: Services, _ hooks: RecordHooks<R>) {
        self.hooks = hooks
        self.calls = HookCalls(hooks, services.work)
        self.work = services.work
        self.commits = services.commits
        self.formerNameUses = services.formerNameUses
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

    /// The whole record as these roles and this client are shown it.
    func wholeView(_ roles: RoleSet, _ request: Request) -> View {
        .whole(roles, formerNames: request.showsFormerNames && !R.facts.formerNames.isEmpty)
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
    func render(_ row: Row, _ view: View, only selected: FieldSelection? = nil) -> CachedView {
        if view.isOwners { return owners(of: row) }
        var json = JSONWriter(buffer: ByteBufferAllocator().buffer(capacity: 512))
        let version = Self.version(of: row)
        let names = view.showsFormerNames ? R.facts.servedFormerNames : []
        if let section = view.section {
            R.writeSection(section, of: row, to: &json)
        } else {
            writeObject(row, view, selected ?? .all(names), to: &json)
        }
        let part = selected?.tagPart ?? view.tagPart(names)
        return CachedView(
            version: version, etag: tags.tag(version: version, view: view.roles, part: part), body: json.buffer)
    }

    private func writeObject(_ row: Row, _ view: View, _ asked: FieldSelection, to json: inout JSONWriter) {
        let readable = R.readable(row, by: view.roles)
        json.beginObject()
        write(asked, readable: readable, of: row, to: &json)
        let redacted = R.offered(to: view.roles).subtracting(readable)
        writeRedacted(asked.names(of: redacted, in: R.facts), to: &json)
        if view.isOwn, var completion = R.completion(of: row) {
            completion.addFormerNames(asked.formerNames, of: R.facts)
            json.completion(completion)
        }
        json.endObject()
    }

    /// Writes the members that are asked for and may be read.
    func write(_ asked: FieldSelection, readable: FieldMask, of row: Row, to json: inout JSONWriter) {
        let shown = asked.fields.intersection(readable)
        R.write(shown, of: row, to: &json)
        R.writeComputed(shown, of: row, with: hooks.functions, to: &json)
        guard !asked.formerNames.isEmpty else { return }
        let former = R.facts.formerNames(asked.formerNames, of: readable)
        R.writeFormer(former, of: row, with: hooks.functions, to: &json)
    }

    private func writeRedacted(_ names: [StaticString], to json: inout JSONWriter) {
        guard !names.isEmpty else { return }
        json.key("_redacted")
        json.beginArray()
        for name in names { json.string(name) }
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
