extension SpecComparison {
    mutating func compareFields(_ before: Contract.Resource, _ after: Contract.Resource) {
        for field in before.fields {
            let subject = "\(before.name).\(field.name)"
            if let same = after.field(named: field.name) {
                compare(field, same, subject)
            } else if let renamed = after.field(renamedFrom: field, of: before) {
                let present = "\(before.name).\(renamed.name)"
                formerSubjects[present] = subject
                report(.fieldRenamed, present, "`\(subject)` is called `\(present)` now")
                if let former = renamed.formerNames.first(where: { $0.name == field.name }) {
                    compareRenaming(former, present)
                }
                compare(field, renamed, present)
            } else {
                report(.fieldRemoved, subject, "`\(subject)` is gone")
            }
        }
        for field in after.fields where before.field(named: field.name) == nil {
            let subject = "\(before.name).\(field.name)"
            if formerSubjects[subject] == nil { added(field, subject, to: after) }
        }
    }

    private mutating func added(_ field: Contract.Field, _ subject: String, to resource: Contract.Resource) {
        let isAsked = field.isUpdatable || (field.isCreatable && !resource.access.create.isEmpty)
        if field.isAskedFor, isAsked {
            report(.requiredFieldAdded, subject, "`\(subject)` is new and required")
        } else {
            report(.fieldAdded, subject, "`\(subject)` is new")
        }
    }

    private mutating func compare(_ before: Contract.Field, _ after: Contract.Field, _ subject: String) {
        let isWritten = after.isUpdatable || after.isCreatable
        compareType(
            before.type, after.type, subject, isWritten: isWritten, isRead: isRead(after),
            wasOpen: before.isOpen)
        compareOpenness(before.isOpen, after.isOpen, subject)
        compareTransitions(before, after, subject)
        compareNeed(
            (before.isAskedFor, before.standard), (after.isAskedFor, after.standard), subject, isWritten: isWritten)
        compareFieldRights(before, after, subject)
        compareFinding(before, after, subject)
        if !before.isImmutable, after.isImmutable, before.isUpdatable {
            report(.fieldNowImmutable, subject, "`\(subject)` can no longer be changed")
        } else if before.isImmutable, !after.isImmutable, after.isUpdatable {
            report(.fieldNoLongerImmutable, subject, "`\(subject)` can be changed now")
        }
        compareUnique(before.unique, after.unique, subject)
        compareReference(before.reference, after.reference, subject)
        if before.deprecation == nil, let deprecation = after.deprecation {
            report(.fieldDeprecated, subject, at: "deprecated", "`\(subject)`: \(deprecation.sentence)")
        } else if before.deprecation != nil, after.deprecation == nil {
            report(.deprecationWithdrawn, subject, at: "deprecated", "`\(subject)` is deprecated no longer")
        }
        compareFormerNames(before, after, subject)
    }

    /// What became of the name that a field had in the old contract.
    private mutating func compareRenaming(_ former: Contract.FormerName, _ present: String) {
        if former.isOver {
            report(.formerNameRemoved, present, at: "was", "`\(former.name)` is not served beside it: its time is over")
        } else if former.since <= old.contract.version {
            report(
                .renamedWithinVersion, present, at: "was",
                "`\(former.name)` is a former name since \(former.since), when the old contract was in force")
        }
    }

    private mutating func compareFormerNames(_ before: Contract.Field, _ after: Contract.Field, _ subject: String) {
        for former in before.formerNames {
            guard let same = after.formerNames.first(where: { $0.name == former.name }) else {
                if former.name != after.name, !former.isOver(in: new.contract.version) {
                    report(
                        .formerNameRemoved, subject, at: "was", "`\(subject)` is no longer called `\(former.name)`, too"
                    )
                }
                continue
            }
            if same.since < former.since {
                report(
                    .renamedWithinVersion, subject, at: "was",
                    "`\(former.name)` is a former name since \(same.since), and not since \(former.since)")
            } else if former.since < same.since, former.since != old.contract.version {
                // The day of one that has none of its own moves with the version.
                report(
                    .renamingPutOff, subject, at: "was",
                    "`\(former.name)` is a former name since \(same.since), and not since \(former.since)")
            }
            guard same.sunset != former.sunset else { continue }
            guard let sunset = same.sunset else {
                report(.sunsetWithdrawn, subject, at: "was", "`\(former.name)` stays")
                continue
            }
            // Dates of this form have the order of their letters.
            if let announced = former.sunset, sunset < announced {
                report(
                    .sunsetBroughtForward, subject, at: "was",
                    "`\(former.name)` goes on \(sunset), and not on \(announced)")
            } else {
                report(.sunsetAnnounced, subject, at: "was", "`\(former.name)` goes on \(sunset)")
            }
        }
        let known = before.formerNames.map(\.name) + [before.name]
        for former in after.formerNames where !known.contains(former.name) && !former.isOver {
            report(.formerNameAdded, subject, at: "was", "`\(subject)` is called `\(former.name)`, too")
        }
    }

    private mutating func compareReference(
        _ before: Contract.Reference?, _ after: Contract.Reference?, _ subject: String
    ) {
        switch (before, after) {
        case (nil, let other?):
            report(.referenceAdded, subject, at: "ref", "`\(subject)` must name \(other.words) now")
        case (_?, nil): report(.referenceRemoved, subject, at: "ref", "`\(subject)` can name nothing now")
        case (.resource(let name, let rule), .resource(let same, let other)) where name == same && rule != other:
            report(
                .deletionChanged, subject, at: "on_delete",
                "`on_delete` of `\(subject)` was `\(rule.rawValue)` and is `\(other.rawValue)`")
        case (let old?, let new?) where old.words != new.words:
            report(.referenceChanged, subject, at: "ref", "`\(subject)` named \(old.words) and names \(new.words)")
        default: break
        }
    }

    private func isRead(_ field: Contract.Field) -> Bool { !field.read.isEmpty || field.visibility != nil }

    /// Whether a value must be given, and what it is where it is not.
    mutating func compareNeed(
        _ before: (isRequired: Bool, standard: Spec.Literal?), _ after: (isRequired: Bool, standard: Spec.Literal?),
        _ subject: String, isWritten: Bool
    ) {
        // With a default a value is not asked for and yet always there.
        let (hadValue, hasValue) = (
            before.isRequired || before.standard != nil, after.isRequired || after.standard != nil
        )
        if !before.isRequired, after.isRequired, isWritten {
            report(.fieldNowRequired, subject, "`\(subject)` is required now")
        } else if before.isRequired, after.standard != nil {
            report(.ruleLoosened, subject, at: "default", "`\(subject)` need not be given any more")
        } else if hadValue, !hasValue {
            report(.fieldNowOptional, subject, "`\(subject)` can be `null` now")
        } else if before.standard != after.standard, let standard = after.standard {
            let old = before.standard.map { "was `\(JSONLiteral.text($0))`" } ?? "was not there"
            report(
                .defaultChanged, subject, at: "default",
                "the default of `\(subject)` \(old) and is `\(JSONLiteral.text(standard))`")
        }
    }

    private mutating func compareUnique(
        _ before: Spec.Uniqueness?, _ after: Spec.Uniqueness?, _ subject: String
    ) {
        guard before != after else { return }
        if after == nil || (before == .caseInsensitive && after == .exact) {
            report(.uniqueRemoved, subject, at: "unique", "several records can have one value of `\(subject)` now")
        } else {
            let how = after == .caseInsensitive ? ", whatever the case of its letters," : ""
            report(.uniqueAdded, subject, at: "unique", "one value of `\(subject)`\(how) can be in one record only now")
        }
    }

    private mutating func compareFieldRights(_ before: Contract.Field, _ after: Contract.Field, _ subject: String) {
        let reading = rights(before.read, after.read)
        if let taken = reading.taken {
            report(.readRightTaken, subject, at: "read", "\(taken) may no longer read `\(subject)`")
        }
        if let given = reading.given {
            report(.readRightGiven, subject, at: "read", "\(given) may read `\(subject)` now")
        }
        let writing = rights(before.write, after.write)
        if let taken = writing.taken, !after.isImmutable {
            report(.writeRightTaken, subject, at: "write", "\(taken) may no longer write `\(subject)`")
        }
        if let given = writing.given {
            report(.writeRightGiven, subject, at: "write", "\(given) may write `\(subject)` now")
            if before.isRequired, after.isRequired, after.isUpdatable {
                report(.putNeedsMore, subject, at: "write", "a PUT by \(given) must name `\(subject)` now")
            }
        }
    }

    /// How records are found by the field.
    private mutating func compareFinding(_ before: Contract.Field, _ after: Contract.Field, _ subject: String) {
        for word in before.filter where !after.filter.contains(word) {
            report(
                .filterRemoved, subject, at: "filter.\(word.rawValue)",
                "`\(subject)` can no longer be filtered by `\(word.rawValue)`")
        }
        for word in after.filter where !before.filter.contains(word) {
            report(
                .filterAdded, subject, at: "filter.\(word.rawValue)",
                "`\(subject)` can be filtered by `\(word.rawValue)` now")
        }
        if before.search != nil, after.search == nil {
            report(.searchRemoved, subject, at: "search", "`q=` no longer finds records by `\(subject)`")
        } else if before.search == nil, after.search != nil {
            report(.searchAdded, subject, at: "search", "`q=` finds records by `\(subject)` now")
        }
    }
}

extension Contract.Field {
    /// Whether the body that makes a record must have it: the server makes keys itself.
    fileprivate var isAskedFor: Bool { isRequired && !isGenerated }
}

extension Contract.Resource {
    /// The field that says with `was:` that it is one of an older spec, unless that one had a field of its name beside it.
    fileprivate func field(renamedFrom former: Contract.Field, of before: Contract.Resource) -> Contract.Field? {
        fields.first { $0.formerNames.map(\.name).contains(former.name) && before.field(named: $0.name) == nil }
    }
}

extension Contract.Reference {
    fileprivate var words: String {
        switch self {
        case .identity: "an identity"
        case .resource(let name, _): "a record of `\(name)`"
        }
    }
}
