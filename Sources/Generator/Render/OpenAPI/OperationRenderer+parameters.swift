/// What an operation takes.
extension OperationRenderer {
    var parameters: [JSONTree] {
        var parameters: [JSONTree] = []
        if route.pattern.contains("{id}") { parameters.append(.reference("parameters", "id")) }
        if route.action == .list { parameters += listParameters }
        if takesSelection { parameters += selectionParameters }
        if isRead { parameters.append(.reference("parameters", "If-None-Match")) }
        if isChange { parameters.append(resource.requiresMatch ? match : .reference("parameters", "If-Match")) }
        if showsFormerNames { parameters.append(.reference("parameters", "API-Version")) }
        return parameters + [.reference("parameters", "X-Request-Id")]
    }

    /// Whether the answer may have former names of fields.
    var showsFormerNames: Bool {
        route.answersRecords(contract) && !contract.renamed(in: resource).isEmpty
    }

    /// Where a change must name what it is made to.
    private var match: JSONTree {
        parameter(
            "If-Match", "header", .typed("string"), "The ETag of the version that the change is made to, or `*`.",
            isRequired: true)
    }

    private var listParameters: [JSONTree] {
        guard let list = resource.list else { return [] }
        let limit = JSONTree.typed("integer").adding("minimum", 1).adding("maximum", .integer(list.maximumLimit))
            .adding("default", .integer(list.standardLimit))
        let orders = JSONTree.typed("string").adding("enum", .words(list.orders.flatMap(names)))
            .adding("default", list.orders.first.map { .string($0.name) })
        return [
            parameter("limit", "query", limit, "The most records of the page."),
            parameter("sort", "query", orders, "The order; `-` is descending."), .reference("parameters", "cursor"),
            fields,
        ]
    }

    /// The order by each name of its field.
    private func names(_ order: Contract.List.Order) -> [String] {
        let former = resource.field(named: order.field)?.servedFormerNames ?? []
        return [order.name] + former.map { (order.isDescending ? "-" : "") + $0.name }
    }

    private var selectionParameters: [JSONTree] {
        let parts = contract.parts(of: resource).map(\.name)
        guard !parts.isEmpty else { return [fields] }
        return [
            fields,
            parameter("include", "query", words(parts), "Records that belong to this one, to add.", isList: true),
        ]
    }

    private var fields: JSONTree {
        let names = resource.fields.filter { !$0.read.isEmpty || $0.visibility != nil }
            .flatMap { [$0.name] + $0.servedFormerNames.map(\.name) }
        let description = "Just these fields. One that the caller can never see is refused by name."
        return parameter("fields", "query", words(names), description, isList: true)
    }

    private func words(_ names: [String]) -> JSONTree {
        JSONTree.list(of: JSONTree.typed("string").adding("enum", .words(names))).adding("minItems", 1)
    }

    private func parameter(
        _ name: String, _ place: String, _ schema: JSONTree, _ description: String, isList: Bool = false,
        isRequired: Bool = false
    ) -> JSONTree {
        JSONTree.object([("name", .string(name)), ("in", .string(place)), ("description", .string(description))])
            .adding("required", place == "path" || isRequired ? true : nil)
            // a,b rather than fields=a&fields=b.
            .adding("style", isList ? "form" : nil).adding("explode", isList ? false : nil)
            .adding("schema", schema)
    }
}

/// The parameters that many operations share.
enum ParameterComponents {
    static func components(_ contract: Contract) -> JSONTree {
        let version = contract.hasFormerNames ? [version] : []
        return .object(common + version)
    }

    private static var version: (String, JSONTree) {
        let description = """
            The contract that the client was made for, by its version. From the day of the \
            newest renaming on it is answered with present names alone.
            """
        return (
            "API-Version",
            .object([
                ("name", "API-Version"), ("in", "header"), ("description", .string(description)),
                ("schema", JSONTree.typed("string").adding("format", "date")), ("example", "2026-11-01"),
            ])
        )
    }

    private static var common: [(String, JSONTree)] {
        [
            (
                "id",
                .object([
                    ("name", "id"), ("in", "path"), ("description", "The record's key."), ("required", true),
                    ("schema", JSONTree.typed("string").adding("format", "uuid")),
                    ("example", "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f"),
                ])
            ),
            optional("cursor", "query", "Where to go on: a cursor of an answer to the same list in the same order."),
            optional(
                "If-Match", "header", "The ETag of the version that the change is made to; another one gives 412."),
            optional("If-None-Match", "header", "The ETag of the view that the client has; the same one gives 304."),
            optional("X-Request-Id", "header", "A name for the request, for logs; letters, digits and `._-`."),
        ]
    }

    private static func optional(_ name: String, _ place: String, _ description: String) -> (String, JSONTree) {
        var schema = JSONTree.typed("string")
        // As the runtime's `CursorSeal` makes them.
        if name == "cursor" { schema = schema.adding("pattern", "^[A-Za-z0-9_-]+$").adding("maxLength", 4096) }
        return (
            name,
            .object([
                ("name", .string(name)), ("in", .string(place)), ("description", .string(description)),
                ("schema", schema),
            ])
        )
    }
}
