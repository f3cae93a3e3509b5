/// Who is let in finds a door: a list of callers without the operation it is for would be a rule about nothing.
struct OperationsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            if resource.onePer == nil, resource.keyIsIdentity, !resource.allow.delete.isEmpty {
                findings.error(
                    .notServedYet, at: resource.allow.delete.span?.start ?? resource.name.mark,
                    "the deletion of records that are somebody's identity is not served yet",
                    help: "remove `delete` for now")
            }
            if resource.onePer != nil {
                withItsParent(resource, findings)
            } else if let span = resource.allow.list.span, resource.list == nil, !resource.allow.list.isEmpty {
                findings.error(
                    .operationWithoutRoute, at: span.start, "the resource has no `list:`, so nobody can list it",
                    help: "add `list: {sort: [FIELD]}`, or remove `list` here")
            } else if let order = resource.list?.sort.first, resource.allow.list.isEmpty {
                findings.warning(
                    .contradiction, at: order.mark, "`allow` has no `list:`, so nobody can list the resource",
                    help: "add `list: ROLE` to `allow`")
            }
        }
    }

    private func withItsParent(_ resource: Spec.Resource, _ findings: Findings) {
        let refused = [
            ("create", resource.allow.create), ("list", resource.allow.list), ("delete", resource.allow.delete),
        ]
        for (name, list) in refused {
            guard let span = list.span, !list.isEmpty else { continue }
            findings.error(
                .operationWithoutRoute, at: span.start,
                "a resource that is `one_per` another has no operation `\(name)`",
                help: "remove it; the records are there as soon as those of the other are")
        }
        if let order = resource.list?.sort.first {
            findings.error(
                .operationWithoutRoute, at: order.mark, "a resource that is `one_per` another is not listed",
                help: "remove `list:`")
        }
    }
}
