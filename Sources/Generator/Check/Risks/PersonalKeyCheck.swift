/// A key stands in paths, and so in the logs of every proxy, in cache keys and in the channels of events: it tells nothing
/// about a person.
struct PersonalKeyCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            guard let key = resource.field(named: resource.key.value), let personal = key.personal else { continue }
            findings.error(
                .personalKey, at: personal.mark,
                "`\(key.name.value)` is the key, which stands in paths, logs and caches, and personal data must not",
                help: "remove `personal`, or choose a key that tells nothing",
                notes: [Related("it is made the key here", at: resource.key.mark)])
        }
    }
}
