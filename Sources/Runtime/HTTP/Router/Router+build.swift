import NIOHTTP1

extension Router {
    static func insert(_ route: Route, into nodes: inout [Node]) {
        precondition(route.pattern.utf8.first == UInt8(ascii: "/"), "route \(route.pattern) has no leading slash")
        precondition(!route.endpoints.isEmpty, "route \(route.pattern) has no method")
        var node = 0
        var variables = 0
        for segment in route.pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            if segment.first == "{" {
                precondition(segment.last == "}", "route \(route.pattern): a brace is not closed")
                variables += 1
                node = variableChild(of: node, in: &nodes)
            } else {
                node = fixedChild(Array(segment.utf8), of: node, in: &nodes)
            }
        }
        precondition(variables <= maximumParameters, "route \(route.pattern) has too many variable segments")
        if let other = nodes[node].target {
            preconditionFailure("routes \(other.pattern) and \(route.pattern) are the same")
        }
        nodes[node].target = Target(
            pattern: route.pattern, endpoints: checked(route), allow: allow(route.endpoints.map(\.method)))
    }

    private static func fixedChild(_ segment: [UInt8], of node: Int, in nodes: inout [Node]) -> Int {
        if let known = nodes[node].fixed.first(where: { $0.segment == segment }) { return known.node }
        nodes.append(Node())
        nodes[node].fixed.append((segment, nodes.count - 1))
        return nodes.count - 1
    }

    private static func variableChild(of node: Int, in nodes: inout [Node]) -> Int {
        if let known = nodes[node].variable { return known }
        nodes.append(Node())
        nodes[node].variable = nodes.count - 1
        return nodes.count - 1
    }

    private static func checked(_ route: Route) -> [(method: HTTPMethod, endpoint: any Endpoint)] {
        for (index, row) in route.endpoints.enumerated() {
            precondition(
                !route.endpoints[..<index].contains { $0.method == row.method },
                "route \(route.pattern) has \(row.method.rawValue) twice")
        }
        return route.endpoints
    }

    private static func allow(_ methods: [HTTPMethod]) -> String {
        var names = Set(methods.map(\.rawValue))
        if names.contains("GET") { names.insert("HEAD") }
        names.insert("OPTIONS")
        return names.sorted().joined(separator: ", ")
    }
}
