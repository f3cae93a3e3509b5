/// What clients are told to use instead is there and stays, and a field goes after it was deprecated.
struct DeprecationCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.fields {
                guard let deprecation = field.deprecation?.value else { continue }
                if let use = deprecation.use { replacement(use, for: field, in: resource, findings) }
                guard let since = deprecation.since, let sunset = deprecation.sunset,
                    let first = CalendarText.days(since.value), let last = CalendarText.days(sunset.value),
                    last <= first
                else { continue }
                findings.error(
                    .deprecation, at: sunset.mark,
                    "the field goes on \(sunset.value), and is deprecated since \(since.value)",
                    help: "write a later `sunset`, so that clients have time")
            }
        }
    }

    private func replacement(
        _ use: Located<String>, for field: Spec.Field, in resource: Spec.Resource, _ findings: Findings
    ) {
        let others = resource.shownFields.filter { $0.name.value != field.name.value && $0.deprecation == nil }
        guard !others.contains(where: { $0.name.value == use.value }) else { return }
        let problem =
            if use.value == field.name.value {
                "is the field itself"
            } else if resource.shownFields.contains(where: { $0.name.value == use.value }) {
                "is deprecated too"
            } else {
                "is no field that clients see"
            }
        findings.error(
            .deprecation, at: use.mark, "`\(Words.shown(use.value))` \(problem)",
            help: Words.help(for: use.value, among: others.map(\.name.value), "fields to use are"))
    }
}
