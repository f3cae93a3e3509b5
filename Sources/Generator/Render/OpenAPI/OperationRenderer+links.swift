/// From an answer to what can be done next: tools follow these from creation over reading and changing to deletion.
extension OperationRenderer {
    var links: [(String, JSONTree)] {
        switch route.action {
        case .create: return records(id: body(resource.key)) + parts(id: body(resource.key))
        case .list: return records(id: "$response.body#/data/0/\(resource.key)") + nextPage
        case .readSection, .writeSection, .operate, .delete: return []
        case .read, .readOwn, .write, .writeOwn:
            // Its own path names the record, unless it is the caller's.
            let id = isOwn ? nil : "$request.path.id"
            return records(id: id, guarded: true) + (isOwn ? [] : parts(id: "$request.path.id"))
        }
    }

    /// The operations on one record of this resource.
    /// - Parameters:
    ///   - id: where the record's key stands; `nil` for the caller's own.
    ///   - guarded: whether the answer has the entity tag that a change may name.
    private func records(id: String?, guarded: Bool = false) -> [(String, JSONTree)] {
        guard id == nil || isVisible else { return [] }
        return routes.filter { $0.resource == route.resource }.compactMap { other in
            guard let target = Self.all(of: other, among: [], contract).first else { return nil }
            guard target.isOwn == (id == nil), !target.isSection, target.isOfOneRecord else { return nil }
            let tag = guarded && target.isChange
            return (name(of: other), link(to: other, id: id, tag: tag))
        }
    }

    /// What belongs to the record.
    private func parts(id: String) -> [(String, JSONTree)] {
        guard isVisible else { return [] }
        let names = contract.parts(of: resource).map(\.name)
        return routes.filter { other in
            names.contains(contract.resources[other.resource].name) && other.action == .read(.parameter)
        }.map { (name(of: $0), link(to: $0, id: id)) }
    }

    private var nextPage: [(String, JSONTree)] {
        let parameters: [(String, JSONTree)] = [
            ("query.cursor", "$response.body#/page/next_cursor"), ("query.sort", "$request.query.sort"),
        ]
        return [
            (
                "next",
                .object([("operationId", .string(OperationName.of(route))), ("parameters", .object(parameters))])
            )
        ]
    }

    private func link(to other: PlannedRoute, id: String?, tag: Bool = false) -> JSONTree {
        var parameters: [(String, JSONTree)] = []
        if let id { parameters.append(("path.id", .string(id))) }
        if tag { parameters.append(("header.If-Match", "$response.header.ETag")) }
        return JSONTree.object([("operationId", .string(OperationName.of(other)))])
            .adding("parameters", parameters.isEmpty ? nil : .object(parameters))
    }

    private func name(of other: PlannedRoute) -> String {
        let name = contract.resources[other.resource].name
        let verb =
            switch other.method {
            case .get: "read"
            case .put: "replace"
            case .patch: "change"
            case .post: "post"
            case .delete: "delete"
            }
        return "\(verb)_\(name)"
    }

    private func body(_ field: String) -> String { "$response.body#/\(field)" }

    /// Whether answers may show the key.
    private var isVisible: Bool {
        resource.onePer != nil || resource.field(named: resource.key).map { !$0.read.isEmpty } ?? false
    }

    private var isOfOneRecord: Bool { (isRead || isChange) && !route.isOperation }
}
