/// What an operation that is written by hand needs: a path of its own, and a method that has a body where there is input.
struct CallsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for operation in spec.operations {
            defaults(operation, findings)
            guard operation.move == nil else { continue }
            method(operation, findings)
            path(operation, findings)
        }
    }

    /// What is said for a caller who says nothing is written into the generated reader.
    private func defaults(_ operation: Spec.Operation, _ findings: Findings) {
        for property in operation.input {
            guard let value = property.defaultValue else { continue }
            switch property.type.value {
            case .string, .text, .slug, .email, .phone, .url, .country, .language, .timezone, .int, .decimal, .bool,
                .enumeration:
                continue
            default:
                findings.error(
                    .operationShape, at: value.mark,
                    "an input of the type `\(property.type.value.word)` has no default",
                    help: "write `optional: true`, and let the handler say what is meant")
            }
        }
        for property in operation.output?.properties ?? [] {
            guard let value = property.defaultValue else { continue }
            findings.error(
                .keyDoesNotApply, at: value.mark, "what an operation answers has no default", help: "remove it")
        }
    }

    private func method(_ operation: Spec.Operation, _ findings: Findings) {
        guard let method = operation.method, method.value == .get, let input = operation.input.first else { return }
        findings.error(
            .operationShape, at: input.name.mark, "a `GET` has no body that could hold an input",
            help: "remove `method`, which makes it a `POST`")
    }

    private func path(_ operation: Spec.Operation, _ findings: Findings) {
        guard let path = operation.path else { return }
        guard Self.isPath(path.value) else {
            return findings.error(
                .operationRoute, at: path.mark, "`\(Words.shown(path.value))` is not the path of an operation",
                help: "write fixed segments, and `{id}` at most once: `/users/{id}/card`")
        }
        if path.value.split(separator: "/").contains("me") {
            findings.error(
                .reservedWord, at: path.mark, "`me` stands for the caller in paths",
                help: "write `{id}`; the route is there with `me`, too")
        }
    }

    /// `/users/export`, `/users/{id}/card`
    static func isPath(_ path: String) -> Bool {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return path.hasPrefix("/") && segments.count { $0 == "{id}" } <= 1
            && PathsCheck.isPath("/" + segments.map { $0 == "{id}" ? "id" : $0 }.joined(separator: "/"))
    }
}
