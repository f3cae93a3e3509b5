/// A change of a record after it was made, and after its answer was decided.
package struct Committed<R: Resource>: Sendable {
    /// `create`, `update`, `delete`, or the name of the operation that moved the record.
    package let action: String
    package let id: RecordID
    /// Grows with every change of the record. Hooks of one record may run in another order than its changes.
    package let version: Int64
    package let caller: Caller
    /// The id of the request, as in the audit.
    package let requestID: String
    let row: Row
}

extension Committed where R: RecordModel {
    /// The record as the change left it; a deleted one as it was shortly before.
    package var record: R { R(row) }
}
