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
        if case .read(.parameter) = route.action, resource.onePer == nil { parameters += readParameters }
        if isRead { parameters.append(parameter("If-None-Match", "header", .object([("type", "string")]))) }
        if isWrite { parameters.append(parameter("If-Match", "header", .object([("type", "string")]))) }
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
        ]
    }

    private var readParameters: [JSONTree] {
        let parts = contract.resources.filter { $0.onePer == resource.name }.map(\.name)
        let fields = parameter("fields", "query", .object([("type", "string")]))
        guard !parts.isEmpty else { return [fields] }
        return [fields, parameter("include", "query", .object([("type", "string"), ("enum", .words(parts))]))]
    }

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
            return .object([
                ("oneOf", .array(resource.sections.map { SchemaRenderer.schema($0.field.type, nullable: false) }))
            ])
        case .create: return SchemaRenderer.body(resource.fields.filter(\.isCreatable), required: true)
        default: return nil
        }
    }

    // MARK: Responses

    private var responses: [(String, JSONTree)] {
        var responses = [success]
        if isRead { responses.append(("304", described("Not modified: the view is the one of If-None-Match."))) }
        for status in problems { responses.append((String(status), problem(status))) }
        return responses
    }

    private var success: (String, JSONTree) {
        switch route.action {
        case .list: ("200", content("A page of records.", page))
        case .create: ("201", content("The new record.", reference))
        case .readSection, .writeSection: ("200", content("The section.", .object([("type", "object")])))
        case .readOwn, .writeOwn: ("200", content("The record with what belongs to it.", .object([("type", "object")])))
        default: ("200", content("The record.", reference))
        }
    }

    private var reference: JSONTree {
        .object([("$ref", .string("#/components/schemas/\(resource.typeName)"))])
    }

    private var page: JSONTree {
        let cursor = JSONTree.object([("type", .words(["string", "null"]))])
        let properties: [(String, JSONTree)] = [
            ("next_cursor", cursor), ("prev_cursor", cursor), ("has_more", .object([("type", "boolean")])),
            ("limit", .object([("type", "integer")])),
        ]
        return .object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("data", .object([("type", "array"), ("items", reference)])),
                    ("page", .object([("type", "object"), ("properties", .object(properties))])),
                    ("as_of", .object([("type", "string"), ("format", "date-time")])),
                ])
            ),
            ("required", .words(["data", "page", "as_of"])),
        ])
    }

    private func content(_ description: String, _ schema: JSONTree) -> JSONTree {
        described(description).adding(
            "content", .object([("application/json", .object([("schema", schema)]))]))
    }

    private func described(_ description: String) -> JSONTree {
        .object([("description", .string(description))])
    }

    private func problem(_ status: Int) -> JSONTree {
        let schema = JSONTree.object([("$ref", "#/components/schemas/Problem")])
        return described(Self.meanings[status] ?? "A problem.").adding(
            "content", .object([("application/problem+json", .object([("schema", schema)]))]))
    }

    private var problems: [Int] {
        var statuses = [401, 503]
        switch route.action {
        case .readOwn: statuses += [404]
        case .read(.parameter), .readSection: statuses += [400, 403, 404]
        case .read(.caller): statuses += [404]
        case .write, .writeOwn, .writeSection: statuses += [400, 403, 404, 409, 412, 413, 415, 422]
        case .list: statuses += [400, 403]
        case .create: statuses += [400, 403, 409, 413, 415, 422]
        }
        return statuses.sorted()
    }

    private static let meanings: [Int: String] = [
        400: "The request cannot be read.", 401: "No token, or one that is not valid.",
        403: "The caller may not do this.", 404: "There is no such record.",
        409: "A value that must be unique is taken.", 412: "The record has another version than If-Match says.",
        413: "The body is larger than the limit.", 415: "The body is of another media type.",
        422: "Values break rules; all of them are listed.", 503: "A store is away or too slow; see Retry-After.",
    ]

    private var isList: Bool { route.action == .list }
    private var isRead: Bool {
        switch route.action {
        case .read, .readOwn, .readSection: true
        default: false
        }
    }
    private var isWrite: Bool {
        switch route.action {
        case .write, .writeOwn, .writeSection: true
        default: false
        }
    }
}
