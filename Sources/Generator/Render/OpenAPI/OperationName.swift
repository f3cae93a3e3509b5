/// Names of operations.
enum OperationName {
    /// Stable as long as the route is, and like no other's: `get_api_users_by_id`.
    static func of(_ route: PlannedRoute) -> String {
        of(route.method.rawValue, route.pattern)
    }

    /// A single underscore stands between segments, `by` before the name of a parameter, and nothing else looks like these.
    static func of(_ method: String, _ pattern: String) -> String {
        let segments = pattern.split(separator: "/").map { segment in
            segment.first == "{" ? "by_" + doubled(segment.dropFirst().dropLast()) : spelled(segment)
        }
        return ([method.lowercased()] + segments).joined(separator: "_")
    }

    /// A fixed segment. `!` and `:` stand in no path.
    private static func spelled(_ segment: Substring) -> String {
        if segment == "by" { return "by!" }
        let head = segment.prefix { $0 == "_" }
        let rest = segment.dropFirst(head.count)
        let tail = rest.reversed().prefix { $0 == "_" }
        return String(repeating: ":", count: head.count) + doubled(rest.dropLast(tail.count))
            + String(repeating: ":", count: tail.count)
    }

    private static func doubled(_ word: Substring) -> String { String(word).replacing("_", with: "__") }
}
