/// Names of operations.
enum OperationName {
    /// Stable as long as the route is, and like no other's: `get_api_users_by_id`.
    static func of(_ route: PlannedRoute) -> String {
        of(route.method.rawValue, route.pattern)
    }

    /// An underscore of the path is doubled, so that `/a_b` and `/a/b` differ.
    static func of(_ method: String, _ pattern: String) -> String {
        let segments = pattern.split(separator: "/").map { segment -> String in
            guard segment.first == "{" else { return String(segment).replacing("_", with: "__") }
            return "by_" + segment.dropFirst().dropLast()
        }
        return ([method.lowercased()] + segments).joined(separator: "_")
    }
}
