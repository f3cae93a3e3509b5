/// One operation: parameters, body, and every status that it may answer.
struct OperationRenderer {
    let route: PlannedRoute
    let contract: Contract
    let resource: Contract.Resource

    init(_ route: PlannedRoute, _ contract: Contract) {
        self.route = route
        self.contract = contract
        self.resource = contract.resources[route.resource]
    }

    var operation: JSONTree {
        JSONTree.object([
            ("operationId", .string(identifier)), ("summary", .string(summary)),
            ("tags", .words([resource.name])),
        ])
        .adding("parameters", parameters.isEmpty ? nil : .array(parameters))
        .adding("requestBody", requestBody)
        .adding("responses", .object(responses))
    }

    /// Stable as long as the route is: `get_api_users_id`.
    private var identifier: String {
        var words = [route.method.rawValue.lowercased()]
        words += route.pattern.split(separator: "/").map { $0.filter { $0 != "{" && $0 != "}" } }
        return words.joined(separator: "_")
    }

    private var summary: String {
        let name = resource.name
        return switch route.action {
        case .read: "Read a \(name)"
        case .write: "Change a \(name)"
        case .readOwn: "Read the caller's own \(name)"
        case .writeOwn: "Change the caller's own \(name)"
        case .readSection: "Read one section of \(name)"
        case .writeSection: "Change one section of \(name)"
        case .list: "List \(name) records"
        case .create: "Create a \(name)"
        case .delete: "Delete a \(name)"
        }
    }

    // MARK: Parameters

    private var parameters: [JSONTree] {
        var parameters: [JSONTree] = []
        if route.pattern.contains("{id}") {
            parameters.append(parameter("id", "path", .object([("type", "string"), ("format", "uuid")])))
        }
        if route.pattern.contains("{section}") {
            let names = resource.sections.map { JSONTree.string($0.field.name) }
            parameters.append(parameter("section", "path", .object([("type", "string"), ("enum", .array(names))])))
        }
        if isList { parameters += listParameters }
        if takesSelection { parameters += readParameters }
        if isRead { parameters.append(parameter("If-None-Match", "header", .object([("type", "string")]))) }
        if isWrite {
            let match = parameter("If-Match", "header", .object([("type", "string")]))
            parameters.append(resource.requiresMatch ? match.adding("required", true) : match)
        }
        return parameters
    }

    private var listParameters: [JSONTree] {
        guard let list = resource.list else { return [] }
        let orders = list.orders.map { JSONTree.string($0.name) }
        return [
            parameter(
                "limit", "query",
                .object([
                    ("type", "integer"), ("minimum", 1), ("maximum", .integer(list.maximumLimit)),
                    ("default", .integer(list.standardLimit)),
                ])),
            parameter("cursor", "query", .object([("type", "string"), ("maxLength", 1024)])),
            parameter("sort", "query", .object([("type", "string"), ("enum", .array(orders))])),
            fieldsParameter,
        ]
    }

    private var readParameters: [JSONTree] {
        let parts = contract.parts(of: resource).map(\.name)
        guard !parts.isEmpty else { return [fieldsParameter] }
        return [
            fieldsParameter, parameter("include", "query", .object([("type", "string"), ("enum", .words(parts))])),
        ]
    }

    /// Names of fields with commas between them.
    private var fieldsParameter: JSONTree { parameter("fields", "query", .object([("type", "string")])) }

    private func parameter(_ name: String, _ place: String, _ schema: JSONTree) -> JSONTree {
        JSONTree.object([("name", .string(name)), ("in", .string(place))])
            .adding("required", place == "path" ? true : nil)
            .adding("schema", schema)
    }

    // MARK: Bodies

    private var requestBody: JSONTree? {
        guard let schema = bodySchema else { return nil }
        let type = route.method == .patch ? "application/merge-patch+json" : "application/json"
        return .object([
            ("required", true), ("content", .object([(type, .object([("schema", schema)]))])),
        ])
    }

    private var bodySchema: JSONTree? {
        switch route.action {
        case .write, .writeOwn:
            return SchemaRenderer.body(resource.fields.filter(\.isUpdatable), required: false)
        case .writeSection:
            return SchemaRenderer.anySection(of: resource, nullable: true)
        case .create: return SchemaRenderer.body(resource.fields.filter(\.isCreatable), required: true)
        default: return nil
        }
    }

    var isList: Bool { route.action == .list }
    var isRead: Bool {
        switch route.action {
        case .read, .readOwn, .readSection: true
        default: false
        }
    }
    var isWrite: Bool {
        switch route.action {
        case .write, .writeOwn, .writeSection, .delete: true
        default: false
        }
    }
    /// Whether `fields=` and `include=` are taken.
    private var takesSelection: Bool {
        switch route.action {
        case .read, .readOwn: true
        default: false
        }
    }
}

extension Contract {
    /// Whether records of some resource may refer to those of `resource`.
    func isReferredTo(_ resource: Contract.Resource) -> Bool {
        resources.flatMap(\.fields).contains { field in
            if case .resource(resource.name, _) = field.reference { true } else { false }
        }
    }

    /// The resources that each record of `resource` has one record of, which its answers may take in.
    func parts(of resource: Contract.Resource) -> [Contract.Resource] {
        resources.filter { $0.onePer == resource.name }
    }
}
