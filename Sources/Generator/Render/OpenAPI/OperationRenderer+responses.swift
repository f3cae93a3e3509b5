/// Every answer that an operation may give.
extension OperationRenderer {
    var responses: [(String, JSONTree)] {
        var responses = [success]
        if isRead { responses.append(("304", described("Not modified: the view is the one of If-None-Match."))) }
        for status in problems { responses.append((String(status), problem(status))) }
        return responses
    }

    private var success: (String, JSONTree) {
        switch route.action {
        case .list: ("200", content("A page of records.", page))
        case .create: ("201", content("The new record.", reference()))
        case .readSection, .writeSection:
            ("200", content("The section.", SchemaRenderer.anySection(of: resource, nullable: false)))
        case .readOwn, .writeOwn: ("200", content("The record with what belongs to it.", reference("Own")))
        case .operate(let place, _): answer(of: contract.operations[place])
        default: ("200", content("The record.", reference()))
        }
    }

    private func reference(_ prefix: String = "") -> JSONTree {
        .object([("$ref", .string("#/components/schemas/\(prefix)\(resource.typeName)"))])
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
                    ("data", .object([("type", "array"), ("items", reference())])),
                    ("page", .object([("type", "object"), ("properties", .object(properties))])),
                    ("as_of", .object([("type", "string"), ("format", "date-time")])),
                ])
            ),
            ("required", .words(["data", "page", "as_of"])),
        ])
    }

    func content(_ description: String, _ schema: JSONTree) -> JSONTree {
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
        var statuses = [400, 401, 503]
        switch route.action {
        case .read, .readOwn, .readSection: statuses += [404]
        case .write, .writeOwn, .writeSection: statuses += [404, 412, 413, 415, 422]
        case .list: break
        case .create: statuses += [413, 415, 422]
        case .operate(let place, let target): statuses += problems(of: contract.operations[place], target)
        }
        if mayForbid { statuses.append(403) }
        if mayConflict { statuses.append(409) }
        return statuses.sorted()
    }

    /// Whether some caller with a token is not allowed the operation, or not one of the fields that it can ask for.
    private var mayForbid: Bool {
        let token = contract.bits { $0.kind == .token || $0.kind == .anyone }
        switch route.action {
        case .readOwn, .read(.caller), .readSection(.caller):
            // Who has no identity, a service for example, is not the owner of any record.
            return !reads(token, sees: token.union(contract.ownRoles))
        case .read(.parameter), .readSection(.parameter): return !reads(token, sees: token)
        case .operate(let place, let target):
            return contract.allowed(contract.operations[place], target).intersection(token).isEmpty
        default: return true
        }
    }

    private func reads(_ token: Contract.RoleBits, sees roles: Contract.RoleBits) -> Bool {
        !resource.access.read.intersection(token).isEmpty
            && resource.fields.allSatisfy { !$0.read.intersection(roles).isEmpty || $0.visibility != nil }
    }

    /// Whether a value can be one that another record has.
    private var mayConflict: Bool {
        switch route.action {
        case .create: true
        case .operate(let place, _): contract.operations[place].isMove
        case .write, .writeOwn: resource.fields.contains { $0.isUpdatable && $0.unique != nil }
        default: false
        }
    }

    private static let meanings: [Int: String] = [
        400: "The request cannot be read.", 401: "No token, or one that is not valid.",
        403: "The caller may not do this.", 404: "There is no such record.",
        409: "A value that must be unique is taken.", 412: "The record has another version than If-Match says.",
        413: "The body is larger than the limit.", 415: "The body is of another media type.",
        422: "Values break rules; all of them are listed.", 503: "A store is away or too slow; see Retry-After.",
    ]
}
