import NIOHTTP1

extension Router {
    /// The endpoint for a path, as sent and without its query. HEAD leads to GET's endpoint when it has none.
    package func match(_ method: HTTPMethod, _ path: Substring) -> Match {
        var walk = Walk()
        let found: Int? =
            path.utf8.withContiguousStorageIfAvailable { find($0, from: 1, node: 0, &walk) }
            ?? Array(path.utf8).withUnsafeBufferPointer { find($0, from: 1, node: 0, &walk) }
        guard path.utf8.first == UInt8(ascii: "/"), let found, let target = nodes[found].target else {
            return .notFound
        }
        guard let endpoint = target.endpoint(for: method) else {
            return .methodNotAllowed(allow: target.allow, pattern: target.pattern)
        }
        return .endpoint(endpoint, pattern: target.pattern, parameters: walk.parameters(of: path))
    }

    /// Where the variable segments of the path that is being tried begin and end, in bytes.
    private struct Walk {
        var bounds = InlineArray<8, (start: Int, end: Int)>(repeating: (0, 0))
        var count = 0

        func parameters(of path: Substring) -> [Substring] {
            guard count > 0 else { return [] }
            return (0..<count).map { index in
                let start = path.utf8.index(path.startIndex, offsetBy: bounds[index].start)
                return path[start..<path.utf8.index(path.startIndex, offsetBy: bounds[index].end)]
            }
        }
    }

    /// The node with a target at which the rest of the path ends. Goes back to the variable segment where the fixed one
    /// leads nowhere; the depth is that of the deepest pattern.
    private func find(_ path: UnsafeBufferPointer<UInt8>, from start: Int, node: Int, _ walk: inout Walk) -> Int? {
        guard start <= path.count else { return nodes[node].target == nil ? nil : node }
        var end = start
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        let segment = UnsafeBufferPointer(rebasing: path[start..<end])
        for (fixed, child) in nodes[node].fixed where fixed.count == segment.count && fixed.elementsEqual(segment) {
            if let found = find(path, from: end + 1, node: child, &walk) { return found }
        }
        guard let variable = nodes[node].variable, !segment.isEmpty, !Self.isDots(segment) else { return nil }
        walk.bounds[walk.count] = (start, end)
        walk.count += 1
        if let found = find(path, from: end + 1, node: variable, &walk) { return found }
        walk.count -= 1
        return nil
    }

    /// `.` and `..` are never a name, and are not resolved either.
    private static func isDots(_ segment: UnsafeBufferPointer<UInt8>) -> Bool {
        segment.count <= 2 && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }
}

extension Router.Target {
    func endpoint(for method: HTTPMethod) -> (any Endpoint)? {
        if let own = endpoints.first(where: { $0.method == method }) { return own.endpoint }
        return method == .HEAD ? endpoints.first { $0.method == .GET }?.endpoint : nil
    }
}
