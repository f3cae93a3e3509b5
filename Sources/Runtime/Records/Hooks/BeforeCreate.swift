import NIOCore

/// A new record that was read and found good, before it is made. What a hook puts into `patch` is made instead, when it
/// keeps the rules of the spec; see `PatchCheck`.
///
/// A hook refuses the record by `refuse`, which gathers, or by throwing one of the problems that the spec lets it. It
/// ends by `deadline`.
package struct BeforeCreate<R: Resource>: Sendable {
    package let caller: Caller
    package let id: RecordID
    package let deadline: ContinuousClock.Instant
    package var patch: R.Patch
    private(set) var issues: [Issue] = []

    init(_ id: RecordID, _ patch: R.Patch, by caller: Caller, until deadline: ContinuousClock.Instant) {
        self.caller = caller
        self.id = id
        self.deadline = deadline
        self.patch = patch
    }

    /// Refuses the record with 422, with all else that is refused.
    /// - Parameter pointer: of the field: `/display_name`.
    package mutating func refuse(_ pointer: String, code: String, _ message: String) {
        issues.append(Issue(pointer: pointer, code: code, message: message))
    }
}
