import NIOHTTP1

/// Finds the endpoint of a path and method. Made once from the route table; a trie over the segments of the patterns.
package struct Router: Sendable {
    /// What a path and method lead to.
    package enum Match: Sendable {
        /// - Parameters:
        ///   - pattern: of the route, for metrics.
        ///   - parameters: the variable segments as they were sent, escapes not undone.
        case endpoint(any Endpoint, pattern: String, parameters: [Substring])
        /// The path exists; `allow` is the value of the `Allow` header.
        case methodNotAllowed(allow: String, pattern: String)
        case notFound
    }

    struct Node: Sendable {
        /// Segments as bytes: `String ==` would find NFC equal to NFD.
        var fixed: [(segment: [UInt8], node: Int)] = []
        var variable: Int?
        var target: Target?
    }

    /// What stands at the end of a pattern.
    struct Target: Sendable {
        let pattern: String
        let endpoints: [(method: HTTPMethod, endpoint: any Endpoint)]
        /// The value of `Allow`, with HEAD and OPTIONS.
        let allow: String
    }

    /// The most variable segments in one pattern.
    static let maximumParameters = 8

    let nodes: [Node]

    /// Traps with a reason when the table is wrong: two routes for one path, a method twice, a pattern that does not
    /// start with a slash. The table is generated, so this is a mistake of ours.
    package init(_ routes: [Route]) {
        var nodes = [Node()]
        for route in routes { Self.insert(route, into: &nodes) }
        self.nodes = nodes
    }
}
