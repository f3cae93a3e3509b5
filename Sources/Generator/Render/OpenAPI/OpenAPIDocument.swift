/// The OpenAPI 3.1 document of a contract.
package struct OpenAPIDocument {
    private let contract: Contract
    private let routes: [PlannedRoute]
    private let operations: [OperationRenderer]

    init(_ contract: Contract) {
        let routes = RoutePlan(contract).routes
        self.contract = contract
        self.routes = routes
        operations = OperationRenderer.all(of: routes, contract)
    }

    package static func render(_ contract: Contract) -> String {
        OpenAPIDocument(contract).tree.text()
    }

    var tree: JSONTree {
        .object([
            ("openapi", "3.1.0"), ("info", info), ("servers", .array([.object([("url", "/")])])),
            ("security", .array([.object([("bearer", .array([]))])])), ("tags", tags), ("paths", paths),
            ("components", components),
        ])
    }

    private var info: JSONTree {
        .object([
            ("title", .string(contract.name)), ("version", .string(contract.version)),
            (
                "description",
                """
                Every path answers HEAD where it has GET, and OPTIONS with the methods that it has; other methods get 405 \
                with Allow. Errors are application/problem+json (RFC 9457). x-roles names who may call an operation, \
                x-roles-read and x-roles-write who of them may see or set a field.
                """
            ),
        ])
    }

    private var tags: JSONTree {
        let resources = contract.resources.filter { resource in
            routes.contains { contract.resources[$0.resource].name == resource.name }
        }
        return .array(
            resources.map { resource in
                JSONTree.object([("name", .string(resource.name))])
                    .adding("description", resource.description.map(JSONTree.string))
            } + [ServiceOperations.tag])
    }

    private var paths: JSONTree {
        var paths: [(String, [(String, JSONTree)])] = []
        var places: [String: Int] = [:]
        for renderer in operations {
            let operation = (renderer.route.method.rawValue.lowercased(), renderer.operation)
            if let known = places[renderer.pattern] {
                paths[known].1.append(operation)
            } else {
                places[renderer.pattern] = paths.count
                paths.append((renderer.pattern, [operation]))
            }
        }
        return .object(paths.map { ($0.0, .object($0.1)) } + ServiceOperations.paths)
    }

    // MARK: Components

    private var components: JSONTree {
        .object([
            ("schemas", .object(schemas)), ("parameters", ParameterComponents.components(contract)),
            ("headers", HeaderComponents.components(contract)), ("responses", .object(responses)),
            (
                "securitySchemes",
                .object([("bearer", .object([("type", "http"), ("scheme", "bearer"), ("bearerFormat", "JWT")]))])
            ),
        ])
    }

    private var schemas: [(String, JSONTree)] {
        let routes = Dictionary(grouping: routes, by: \.resource)
        let records = contract.resources.enumerated().flatMap { index, resource in
            RecordSchemas(resource, contract).components(for: routes[index] ?? [])
        }
        return records + [("problem", problem), ("issue", issue)] + ServiceOperations.schemas
    }

    /// The answers that some operation names.
    private var responses: [(String, JSONTree)] {
        var responses: [(String, JSONTree)] = []
        var known: Set<String> = []
        for operation in operations {
            guard let name = operation.shared, known.insert(name).inserted else { continue }
            responses.append((name, operation.successAnswer))
        }
        let used = operations.flatMap { $0.problems.filter(\.isShared).map(\.name) }
        let always = (ProblemAnswer.everywhere + [.methodNotAllowed]).map(\.name)
        let named = Set(used + always)
        let problems = ProblemAnswer.all.filter { named.contains($0.name) }
        let notModified = JSONTree.object([("description", "Not modified: the client has what it asks for.")])
            .adding("headers", HeaderComponents.references(["ETag"]))
        return responses + [("notModified", notModified)] + problems.map { ($0.name, $0.response) }
    }

    /// RFC 9457, with our members.
    private var problem: JSONTree {
        let string = JSONTree.typed("string")
        return .closed(
            [
                ("type", string.adding("description", "`/problems/` and the code.")),
                ("code", string.adding("description", "A stable word to switch on.")), ("title", string),
                ("status", .typed("integer")), ("detail", string),
                ("trace_id", string.adding("description", "The request's id, as in X-Request-Id.")),
                ("errors", JSONTree.list(of: .schema("issue")).adding("description", "All that is wrong.")),
            ], required: ["type", "code", "title", "status", "trace_id"])
    }

    private var issue: JSONTree {
        let pointer = "A JSON pointer (RFC 6901) into the body, or the name of a parameter or field."
        return .closed(
            [
                ("pointer", JSONTree.typed("string").adding("description", .string(pointer))),
                ("code", .typed("string")), ("message", .typed("string")), ("limit", .typed("integer")),
            ], required: ["pointer", "code", "message"])
    }
}
