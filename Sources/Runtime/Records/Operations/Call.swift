/// A request to an operation that is written by hand, admitted and read.
package struct Call<Input: OperationInput>: Sendable {
    package let caller: Caller
    package let input: Input
    package let requestID: String
    /// When the answer must be decided.
    package let deadline: ContinuousClock.Instant
}

/// The same about one record, which is there.
package struct RecordCall<R: Resource, Input: OperationInput>: Sendable {
    package let caller: Caller
    package let id: RecordID
    package let input: Input
    /// The fields that the caller may see of this record, its owner's choices included. What is not in it is not shown.
    package let readable: FieldMask
    package let requestID: String
    /// When the answer must be decided.
    package let deadline: ContinuousClock.Instant
    let row: Row
}

extension RecordCall where R: RecordModel {
    package var record: R { R(row) }
}
