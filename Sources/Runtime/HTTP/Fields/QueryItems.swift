/// The pairs of a query string (WHATWG URL, application/x-www-form-urlencoded), decoded, in order, duplicates kept.
package struct QueryItems: Sendable {
    package typealias Item = (name: String, value: String)

    /// A query with more items is refused.
    package static let maximumCount = 64

    package let items: [Item]

    /// Throws a 400 problem for too many items, an invalid escape or bytes that are not UTF-8.
    package init(_ query: Substring?) throws(Problem) {
        guard let query, !query.isEmpty else {
            items = []
            return
        }
        var items: [Item] = []
        for pair in query.split(separator: "&", omittingEmptySubsequences: true) {
            guard items.count < Self.maximumCount else {
                throw .invalidQuery("There are more than \(Self.maximumCount) parameters.")
            }
            let bytes = pair.utf8
            let equals = bytes.firstIndex(of: UInt8(ascii: "="))
            let value = equals.map { pair[bytes.index(after: $0)...] } ?? ""
            guard let name = PercentDecoding.decode(pair[..<(equals ?? pair.endIndex)], plusIsSpace: true),
                let value = PercentDecoding.decode(value, plusIsSpace: true)
            else { throw .invalidQuery("Parameter \(items.count + 1) has an invalid percent-escape or is not UTF-8.") }
            items.append((name, value))
        }
        self.items = items
    }

    /// The first value of a name. Names are compared as bytes.
    package subscript(_ name: String) -> String? {
        items.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}
