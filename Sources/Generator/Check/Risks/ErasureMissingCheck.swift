/// Personal data has an end: each such field says what becomes of its value when its owner is erased. A personal key is
/// refused for being one, whatever it says about its end.
struct ErasureMissingCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.fields where field.name.value != resource.key.value {
                guard let personal = field.personal, field.erasure == nil else { continue }
                findings.error(
                    .personalWithoutErasure, at: personal.mark,
                    "`\(field.name.value)` is personal data, and nothing says what is done with it when its owner is erased",
                    help: "add `erase: \(Self.usual(field))`; `keep` needs the law that asks for it, and an end")
            }
        }
    }

    /// What can be done with the field as it is: only an optional one may be left empty.
    private static func usual(_ field: Spec.Field) -> String {
        field.isOptional ? "delete`, or `erase: anonymise" : "anonymise"
    }
}
