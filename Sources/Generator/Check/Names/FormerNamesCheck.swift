/// The names that a field had before are those of nothing else, now or then, and each is served for a time.
struct FormerNamesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            var first: [String: Mark] = [:]
            for field in resource.fields { first[field.name.value] = field.name.mark }
            for removed in resource.removed { first[removed.name.value] = removed.name.mark }
            let others = besideFields(of: resource, in: spec)
            for field in resource.fields { choices(field, resource, findings) }
            for former in resource.fields.flatMap(\.formerNames) {
                clash(former.name, &first, others, findings)
                time(former, spec.api.version, findings)
            }
        }
    }

    private func clash(
        _ name: Located<String>, _ first: inout [String: Mark], _ others: Set<String>, _ findings: Findings
    ) {
        let shown = Words.shown(name.value)
        if others.contains(name.value) {
            findings.error(
                .formerName, at: name.mark, "`\(shown)` is the name of something else in the JSON of the record",
                help: "remove it here: it cannot be served for the field, too")
        } else if let other = first.updateValue(name.mark, forKey: name.value) {
            findings.error(
                .formerName, at: name.mark, "`\(shown)` is the name of another field, now or before",
                help: "remove it here, or rename the field in line \(other.line)")
        }
    }

    /// Owners' choices are stored under the name of the field that they are about.
    private func choices(_ field: Spec.Field, _ resource: Spec.Resource, _ findings: Findings) {
        guard let former = field.formerNames.first,
            resource.visibility?.defaults.contains(where: { $0.field.value == field.name.value }) == true
        else { return }
        findings.error(
            .notServedYet, at: former.name.mark,
            "another name for a field whose owners choose who sees it is not served yet: their choices are kept by its name",
            help: "keep the name, and say what people call it with `label`")
    }

    /// The members of the JSON of a record that are no fields of the spec.
    private func besideFields(of resource: Spec.Resource, in spec: Spec) -> Set<String> {
        let parts = spec.resources.filter { $0.onePer?.value == resource.name.value }.map(\.name.value)
        let fields = resource.fields.map(\.name) + [resource.version].compactMap { $0 }
        let own = Set(resource.takenNames).subtracting(fields.map(\.value))
        return own.union(parts).union(["completion", "roles", "permissions"])
    }

    private func time(_ former: Spec.FormerName, _ version: Located<String>, _ findings: Findings) {
        guard let current = CalendarText.days(version.value) else { return }
        let since = former.since.flatMap { CalendarText.days($0.value) }
        if let since, since > current, let date = former.since {
            findings.error(
                .formerNameTime, at: date.mark,
                "the field has another name since \(date.value), which is after `api.version`",
                help: "raise `api.version` to that day: clients say by it that they know the present name",
                notes: [Related("the version is here", at: version.mark)])
        }
        // Without a day of its own the name stays when its time is over, whatever the version is by then.
        guard let since, let day = former.since, let sunset = former.sunset,
            let last = CalendarText.days(sunset.value), last <= since
        else { return }
        findings.error(
            .formerNameTime, at: sunset.mark,
            "the name goes on \(sunset.value), and is a former one since \(day.value)",
            help: "write a later `sunset`, so that clients have time")
    }
}
