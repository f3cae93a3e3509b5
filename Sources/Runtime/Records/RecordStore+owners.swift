import NIOCore

/// Whose a record is, where a field of it says so: remembered beside its views, and by the same rules, so that a view for
/// owners is found without the row.
extension RecordStore {
    /// How often a read is begun anew because the record got another version between the look at its owners and at itself.
    private static var tries: Int { 3 }

    /// The roles from memory alone; `nil` when that is not known there.
    func knownNow(_ standing: Standing, _ caller: Caller) throws(Problem) -> KnownRoles? {
        guard standing.mayOwn else { return KnownRoles(roles: standing.roles, version: nil) }
        switch remembered(standing.id, .owners) {
        case .hit(let view): return try known(standing, caller, by: view)
        case .absent: throw .notFound
        case .miss: return nil
        }
    }

    /// Answers a read as the roles say that the caller has on the very version which is answered. A record may get another
    /// owner in between; then the look at it would be with the eyes of the one before.
    func reading<Answer>(
        _ request: Request, _ standing: Standing, _ look: (RoleSet) async throws -> (version: Int64, answer: Answer)
    ) async throws -> Answer {
        for _ in 0..<Self.tries {
            let known = try await known(standing, request)
            let seen = try await look(known.roles)
            if known.version == nil || known.version == seen.version { return seen.answer }
        }
        throw Problem.unavailable()
    }

    /// Runs a write with the roles that the caller has on the version which it replaces.
    @discardableResult
    func writing<Answer>(
        _ request: Request, _ standing: Standing,
        _ write: (RoleSet, WriteContext) async throws -> Answer
    ) async throws -> Answer {
        guard standing.mayOwn else { return try await write(standing.roles, context(request, standing.id)) }
        for _ in 0..<Self.tries {
            guard let row = try await row(standing.id, deadline: request.deadline) else { throw Problem.notFound }
            let known = try known(standing, request.caller, by: row)
            var context = try await context(request, standing.id)
            guard context.expected == nil, let version = known.version else {
                // What the client expects is what was looked at, or the statement finds another version and says so.
                if let version = known.version, context.expected != version { throw Problem.stale }
                return try await write(known.roles, context)
            }
            context.expected = version
            do {
                return try await write(known.roles, context)
            } catch let problem as Problem where problem.code == Problem.stale.code {
                continue
            }
        }
        throw Problem.unavailable()
    }

    private func known(_ standing: Standing, _ request: Request) async throws -> KnownRoles {
        guard standing.mayOwn else { return KnownRoles(roles: standing.roles, version: nil) }
        guard let view = try await read(standing.id, .owners, deadline: request.deadline) else {
            throw Problem.notFound
        }
        return try known(standing, request.caller, by: view)
    }

    private func known(_ standing: Standing, _ caller: Caller, by view: CachedView) throws(Problem) -> KnownRoles {
        var bytes = view.body
        let owners = R.facts.owners.map { _ -> RecordID? in
            guard bytes.readInteger(as: UInt8.self) == 1, let high = bytes.readInteger(as: UInt64.self),
                let low = bytes.readInteger(as: UInt64.self)
            else { return nil }
            return RecordID(high: high, low: low)
        }
        return try known(standing, caller, owners: owners, view.version)
    }

    /// The owners of a row as a view: a byte that tells whether there is one, and the key.
    func owners(of row: Row) -> CachedView {
        var bytes = ByteBuffer()
        for owner in R.facts.owners {
            let id = row.uuid(owner.column)
            bytes.writeInteger(UInt8(id == nil ? 0 : 1))
            bytes.writeMultipleIntegers(id?.high ?? 0, id?.low ?? 0)
        }
        return CachedView(version: Self.version(of: row), etag: "\"\"", body: bytes)
    }
}
