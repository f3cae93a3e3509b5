/// A request to an operation that is written by hand, admitted and read.
package struct Call<Input: OperationInput>: Sendable {
    package let caller: Caller
    package let input: Input
    package let requestID: String
    /// When the answer must be decided.
    package let deadline: ContinuousClock.Instant
    let store: CallStore
}

/// The same about one record, which is there.
package struct RecordCall<R: Resource, Input: OperationInput>: Sendable {
    package let caller: Caller
    package let id: RecordID
    package let input: Input
    /// The fields that the caller may see of this record, its owner's choices included. What is not in it is not shown.
    package let readable: FieldMask
    /// The record's version, which is the one that the client named if it named one. A statement that changes the
    /// record compares it, or overwrites what somebody else has written since.
    package let version: Int64
    package let requestID: String
    /// When the answer must be decided.
    package let deadline: ContinuousClock.Instant
    let store: CallStore
    let row: Row
}

extension RecordCall where R: RecordModel {
    package var record: R { R(row) }
}

extension Call {
    /// Runs one statement on the server's connections, in a transaction of its own that is committed when this returns,
    /// by the call's deadline. Throws 503 when the database is away.
    ///
    /// - Parameter changes: the records of the spec that the statement changes. Without them, caches go on with what
    ///   they have; see `ChangedRecord`. Nothing of it is audited.
    package func query(
        _ statement: Statement, _ parameters: Parameters, changing changes: ChangedRecord...
    ) async throws -> Rows {
        try await store.query(statement, parameters, changes, by: deadline)
    }
}

extension RecordCall {
    /// As `Call.query`.
    package func query(
        _ statement: Statement, _ parameters: Parameters, changing changes: ChangedRecord...
    ) async throws -> Rows {
        try await store.query(statement, parameters, changes, by: deadline)
    }
}
