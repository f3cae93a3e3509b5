/// Pages have at least one record and not too many, and what is remembered is forgotten again.
struct PagesCheck: Check {
    static let mostRecords = 1_000
    /// 30 days, in seconds.
    private static let longestLife = 2_592_000

    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            if let list = resource.list { pages(list, findings) }
            if let cache = resource.cache { lives(cache, findings) }
        }
    }

    private func pages(_ list: Spec.List, _ findings: Findings) {
        guard (1...Self.mostRecords).contains(list.maximumLimit.value) else {
            return findings.error(
                .outOfRange, at: list.maximumLimit.mark, "a page has from 1 to \(Self.mostRecords) records",
                help: "write `max: 200`")
        }
        guard !(1...list.maximumLimit.value).contains(list.defaultLimit.value) else { return }
        findings.error(
            .outOfRange, at: list.defaultLimit.mark,
            "the usual page has \(list.defaultLimit.value) records, and one may have from 1 to \(list.maximumLimit.value)",
            help: "write `default: \(min(25, list.maximumLimit.value))`")
    }

    private func lives(_ cache: Spec.Cache, _ findings: Findings) {
        if !(1...Self.longestLife).contains(cache.ttl.value.seconds) {
            findings.error(
                .outOfRange, at: cache.ttl.mark, "records are remembered for 1s to 30d", help: "write `ttl: 60s`")
        }
        guard let negative = cache.negative, negative.value.seconds > cache.ttl.value.seconds else { return }
        findings.error(
            .outOfRange, at: negative.mark, "that there is no record is remembered for longer than that there is one",
            help: "write `negative: 5s`", notes: [Related("the other time is here", at: cache.ttl.mark)])
    }
}
