/// The names that a field had before are those of no other field, now or then.
struct FormerNamesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            var first: [String: Mark] = [:]
            for field in resource.fields { first[field.name.value] = field.name.mark }
            for former in resource.fields.flatMap(\.formerNames) {
                guard let other = first.updateValue(former.mark, forKey: former.value) else { continue }
                findings.error(
                    .formerName, at: former.mark,
                    "`\(Words.shown(former.value))` is the name of another field, now or before",
                    help: "remove it here, or rename the field in line \(other.line)")
            }
        }
    }
}
