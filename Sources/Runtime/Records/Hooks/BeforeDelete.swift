/// A deletion before it is made.
///
/// A hook refuses it by `refuse`: 409 `deletion_refused`, or by throwing one of the problems that the spec lets it. It
/// may be called again for the same deletion, when the record was changed by somebody else meanwhile, so it changes
/// nothing outside. What goes with the record by `on_delete: cascade` is asked nothing. It ends by `deadline`.
package struct BeforeDelete<R: Resource>: Sendable {
    package let caller: Caller
    package let id: RecordID
    package let deadline: ContinuousClock.Instant
    let row: Row
    private(set) var reasons: [String] = []

    init(_ id: RecordID, _ row: Row, by caller: Caller, until deadline: ContinuousClock.Instant) {
        self.caller = caller
        self.id = id
        self.deadline = deadline
        self.row = row
    }

    /// Refuses the deletion.
    /// - Parameter reason: a sentence for people, without a value that not everybody may see.
    package mutating func refuse(_ reason: String) {
        reasons.append(reason)
    }
}

extension BeforeDelete where R: RecordModel {
    /// The record as it stands. This version of it is deleted, or the hook is called again.
    package var old: R { R(row) }
}

extension Problem {
    /// 409: a function by hand has something against the deletion.
    static func deletionRefused(_ reasons: [String]) -> Problem {
        .conflict(
            code: "deletion_refused", title: "The record cannot be deleted.", detail: reasons.joined(separator: " "))
    }

    /// 422 with pointers that begin at `root`, the part of the record that the body is.
    static func validation(_ issues: [Issue], below root: String) -> Problem {
        .validation(
            issues.map { issue in
                var issue = issue
                issue.move(from: root, to: "")
                return issue
            })
    }
}
