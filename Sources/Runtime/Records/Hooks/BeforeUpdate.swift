import NIOCore

/// A change that was read and found good, before it is made. What a hook puts into `patch` is made instead, when it
/// keeps the rules of the spec; see `PatchCheck`.
///
/// A hook refuses the change by `refuse`, which gathers, or by throwing one of the problems that the spec lets it. It
/// may be called again for the same change, when the record was changed by somebody else meanwhile, so it changes
/// nothing outside. It ends by `deadline`.
package struct BeforeUpdate<R: Resource>: Sendable {
    package let caller: Caller
    package let id: RecordID
    package let deadline: ContinuousClock.Instant
    /// What the body says, field by field.
    package var patch: R.Patch
    let row: Row
    private(set) var issues: [Issue] = []

    init(
        _ id: RecordID, _ patch: R.Patch, of row: Row, by caller: Caller, until deadline: ContinuousClock.Instant
    ) {
        self.caller = caller
        self.id = id
        self.deadline = deadline
        self.patch = patch
        self.row = row
    }

    /// Refuses the change with 422, with all else that is refused.
    /// - Parameter pointer: of the field: `/display_name`.
    package mutating func refuse(_ pointer: String, code: String, _ message: String) {
        issues.append(Issue(pointer: pointer, code: code, message: message))
    }
}

extension BeforeUpdate where R: RecordModel {
    /// The record as it stands. The change is made to this version of it, or the hook is called again.
    package var old: R { R(row) }
}
