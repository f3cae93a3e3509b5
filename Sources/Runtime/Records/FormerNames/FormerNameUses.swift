import NIOHTTP1
import Synchronization

/// Who still uses which former name: `roster_former_name_uses_total{resource,name,use,client}`.
///
/// A client is the first product of `User-Agent` without its version (RFC 9110 section 10.1.5), such as `launch-ios`: what
/// an application calls itself. The first `limit` of them have series of their own until the process ends and the others are
/// `other`, so that callers cannot make series without end; one who means harm can take all of them.
package final class FormerNameUses: Sendable {
    enum Use: String, CaseIterable, Sendable {
        /// A body named the field by it.
        case body
        /// `fields=` or `sort=` did.
        case parameter
        /// An answer could have it, and the client has not said that it knows the present name. Whether this caller may read
        /// the field, or took the part of the record that it is in, is not asked: caches hold answers, not what is in them.
        case answer
    }

    /// The counters of one client for one resource, by the places of the names.
    private struct Series: Hashable {
        let resource: UInt8
        let use: Use
        let client: String
    }

    private struct State {
        var clients: Set<String> = []
        var counters: [Series: [Counter]] = [:]
    }

    private let metrics: Metrics
    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: the most clients with series of their own.
    package init(metrics: Metrics, limit: Int) {
        self.metrics = metrics
        self.limit = limit
    }

    func count(_ use: Use, _ names: FormerNameMask, of facts: ResourceFacts, by headers: HTTPHeaders) {
        guard !names.isEmpty else { return }
        let product = Self.product(headers.first(name: "User-Agent"))
        let counters = state.withLock { state in
            let client = Self.client(product, &state.clients, limit)
            let series = Series(resource: facts.index, use: use, client: client)
            if let known = state.counters[series] { return known }
            let made = facts.formerNames.map { counter(facts.name, $0.name.description, use, client) }
            state.counters[series] = made
            return made
        }
        for (place, counter) in counters.enumerated() where names.contains(FormerNameMask(place: place)) {
            counter.increment()
        }
    }

    private func counter(_ resource: String, _ name: String, _ use: Use, _ client: String) -> Counter {
        metrics.counter(
            "roster_former_name_uses_total", help: "Uses of former names of fields, by where and by which client.",
            labels: [("resource", resource), ("name", name), ("use", use.rawValue), ("client", client)])
    }

    private static func client(_ product: String?, _ known: inout Set<String>, _ limit: Int) -> String {
        guard let product else { return "unknown" }
        if known.contains(product) { return product }
        guard known.count < limit else { return "other" }
        known.insert(product)
        return product
    }

    /// The first product's name in lower case; `nil` for one of other characters than letters, digits, `-`, `_` and `.`, or
    /// of more than 40: it may be anything.
    static func product(_ agent: String?) -> String? {
        guard let agent else { return nil }
        let name = agent.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: " ") }
        guard (1...40).contains(name.count), name.allSatisfy(isPlain) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
