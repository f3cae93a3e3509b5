/// A record of the spec that a statement by hand changes. Once the statement is committed, no cache serves what was
/// before: not that of this process, not Redis, not those of other nodes.
///
/// The statement counts the change in the record's version column, as those of the spec do: entity tags are made of it,
/// and a client that has the version is told 304.
///
///     UPDATE books SET copies = copies - 1, row_version = row_version + 1 WHERE id = $1 RETURNING row_version
///
/// Each record whose JSON changes is one of these, with its version counted: a profile, too, when the statement changes
/// who sees what of it.
///
/// Whose version it returns, as the column of its first row, is in the caches again at once. Without that the record is
/// kept out of them for `ROSTER_CACHE_SETTLE_TIME`, and so it is when the outcome is not known.
package struct ChangedRecord: Sendable {
    let key: CacheKey
    let versionColumn: Int?

    /// - Parameter version: the column of the statement's first row that has the record's new version, from 0.
    package init<R: Resource>(_: R.Type, _ id: RecordID, version: Int? = nil) {
        key = CacheKey(resource: R.facts.index, id: id)
        versionColumn = version
    }
}

/// What the functions of operations may ask of the stores.
struct CallStore: Sendable {
    let postgres: PostgresPool
    let cache: RecordCache

    /// 503 when the database is away, 500 when it refuses the statement.
    func query(
        _ statement: Statement, _ parameters: Parameters, _ changes: [ChangedRecord],
        by deadline: ContinuousClock.Instant
    ) async throws -> Rows {
        do {
            let rows = try await postgres.query(statement, parameters, deadline: deadline)
            for change in changes { committed(change, rows) }
            return rows
        } catch {
            if error.outcomeIsUnknown { for change in changes { cache.outcomeUnknown(change.key) } }
            throw Problem(error) ?? error
        }
    }

    private func committed(_ change: ChangedRecord, _ rows: Rows) {
        // No row: the statement found nothing to change, or does not return what it changed.
        guard let column = change.versionColumn, let version = rows.first?.int64(column) else {
            return cache.changed(change.key)
        }
        cache.written(change.key, version: version)
    }
}
