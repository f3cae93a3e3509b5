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
        guard let targets, id == nil || isVisible else { return [] }
        return targets.records(of: route.resource, own: id == nil).map {
            ($0.name, link(to: $0, id: id, tag: guarded && $0.isChange))
        }
    }

    /// What belongs to the record.
    private func parts(id: String) -> [(String, JSONTree)] {
        guard let targets, isVisible else { return [] }
        return targets.parts(of: route.resource).map { ($0.name, link(to: $0, id: id)) }
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

    private func link(to other: LinkTargets.Target, id: String?, tag: Bool = false) -> JSONTree {
        var parameters: [(String, JSONTree)] = []
        if let id { parameters.append(("path.id", .string(id))) }
        if tag { parameters.append(("header.If-Match", "$response.header.ETag")) }
        return JSONTree.object([("operationId", .string(other.operationID))])
            .adding("parameters", parameters.isEmpty ? nil : .object(parameters))
    }

    private func body(_ field: String) -> String { "$response.body#/\(field)" }

    /// Whether answers may show the key.
    private var isVisible: Bool {
        resource.onePer != nil || resource.field(named: resource.key).map { !$0.read.isEmpty } ?? false
    }
}
