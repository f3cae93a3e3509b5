/// The OpenAPI 3.1 document of a contract.
package enum OpenAPIDocument {
    package static func render(_ contract: Contract) -> String {
        let document = JSONTree.object([
            ("openapi", "3.1.0"),
            (
                "info",
                .object([
                    ("title", .string(contract.name)), ("version", .string(contract.version)),
                    ("description", "Generated from spec/users.yaml."),
                ])
            ),
            ("paths", paths(contract)),
            ("components", components(contract)),
            ("security", .array([.object([("bearer", .array([]))])])),
        ])
        return document.text()
    }

    private static func paths(_ contract: Contract) -> JSONTree {
        var paths: [(String, [(String, JSONTree)])] = []
        for route in RoutePlan(contract).routes {
            let operation = (route.method.rawValue.lowercased(), OperationRenderer(route, contract).operation)
            if let known = paths.firstIndex(where: { $0.0 == route.pattern }) {
                paths[known].1.append(operation)
            } else {
                paths.append((route.pattern, [operation]))
            }
        }
        return .object(paths.map { ($0.0, .object($0.1)) })
    }

    private static func components(_ contract: Contract) -> JSONTree {
        var schemas = contract.resources.map { ($0.typeName, SchemaRenderer.record($0, contract)) }
        for resource in contract.resources where resource.hasOwnRoute {
            schemas.append(("Own" + resource.typeName, SchemaRenderer.ownRecord(resource, contract)))
        }
        schemas.append(("Problem", problem))
        return .object([
            ("schemas", .object(schemas)),
            (
                "securitySchemes",
                .object([
                    (
                        "bearer",
                        .object([("type", "http"), ("scheme", "bearer"), ("bearerFormat", "JWT")])
                    )
                ])
            ),
        ])
    }

    /// RFC 9457, with our members.
    private static var problem: JSONTree {
        let string = JSONTree.object([("type", "string")])
        let issue = JSONTree.object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("pointer", string), ("code", string), ("message", string),
                    ("limit", .object([("type", "integer")])),
                ])
            ),
            ("required", .words(["pointer", "code", "message"])),
        ])
        return .object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("type", string), ("code", string), ("title", string),
                    ("status", .object([("type", "integer")])), ("detail", string), ("trace_id", string),
                    ("errors", .object([("type", "array"), ("items", issue)])),
                ])
            ),
            ("required", .words(["type", "code", "title", "status"])),
        ])
    }
}
