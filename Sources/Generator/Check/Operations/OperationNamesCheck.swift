/// An operation is on a resource that has records of its own, and its names are those of nothing else.
struct OperationNamesCheck: Check {
    /// What statements, permissions and the methods of clients are called already.
    private static let taken: Set<String> = [
        "read", "list", "create", "update", "delete", "select", "insert", "patch", "remove", "restore", "list_page",
        "read_own", "read_section", "update_own", "patch_own", "transport", "constructor",
    ]

    func run(_ spec: Spec, _ findings: Findings) {
        let types = Set(spec.resources.flatMap { [$0.name.value, $0.name.value + "_patch"] })
        for operation in spec.operations {
            resource(of: operation, spec, findings)
            name(operation, types, findings)
            twice(operation.input, findings)
            twice(operation.output?.properties ?? [], findings)
        }
    }

    private func resource(of operation: Spec.Operation, _ spec: Spec, _ findings: Findings) {
        let name = operation.resource
        guard let resource = spec.resources.first(where: { $0.name.value == name.value }) else {
            return findings.error(
                .unknownResource, at: name.mark, "there is no resource `\(Words.shown(name.value))`",
                help: Words.help(for: name.value, among: spec.resources.map(\.name.value), "the resources are"))
        }
        if let parent = resource.onePer {
            findings.error(
                .operationShape, at: name.mark,
                "the records of `\(name.value)` are parts of others, and no operation is on them",
                help: "write `on: \(Words.shown(parent.value))`")
        }
    }

    private func name(_ operation: Spec.Operation, _ types: Set<String>, _ findings: Findings) {
        let name = operation.name
        if Self.taken.contains(name.value) {
            findings.error(
                .reservedWord, at: name.mark, "every resource has an operation `\(name.value)` already",
                help: "use another name, such as `\(name.value)_now`")
        }
        for type in ["_input", "_output", "_refusal"] where types.contains(name.value + type) {
            findings.error(
                .nameUsedTwice, at: name.mark,
                "the resource `\(name.value)\(type)` has the Swift type that the operation needs",
                help: "rename one of them")
        }
    }

    private func twice(_ properties: [Spec.Property], _ findings: Findings) {
        var first: [String: Located<String>] = [:]
        for property in properties {
            let member = Naming.member(property.name.value)
            if let other = first.updateValue(property.name, forKey: member) {
                findings.error(
                    .nameUsedTwice, at: property.name.mark,
                    "`\(property.name.value)` and `\(other.value)` are both `\(member)` in Swift",
                    help: "rename one of them")
            }
        }
    }
}
