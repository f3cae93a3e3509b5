/// The weights of a complete record are percents of it.
struct CompletionCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            var total = 0
            for field in resource.shownFields {
                guard let weight = field.completion else { continue }
                guard (0...100).contains(weight.value) else {
                    findings.error(
                        .outOfRange, at: weight.mark, "a weight is from 0 to 100", help: "write what share of 100 it is"
                    )
                    continue
                }
                total += weight.value
                guard total > 100, total - weight.value <= 100 else { continue }
                findings.error(
                    .outOfRange, at: weight.mark, "the weights of the resource come to more than 100 here",
                    help: "make them smaller")
            }
        }
    }
}
