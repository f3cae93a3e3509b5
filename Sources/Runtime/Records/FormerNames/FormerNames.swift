import NIOCore
import NIOHTTP1

/// The former names of what a route answers: which clients are shown them, and what those are told.
///
/// A client says with `API-Version`, a date, which contract it was made for. One that names the day of the newest renaming
/// or a later one knows the present names and is shown nothing else. All others get the former names too, with
/// `Deprecation` (RFC 9745), the day of the renaming, and `Sunset` (RFC 8594), the day on which the first of the names goes.
package struct FormerNames: Sendable {
    private let resources: [ResourceFacts]
    private let uses: FormerNameUses

    /// - Parameter resources: the one that the route is about, and those that its answers may take in.
    package init(of resources: ResourceFacts..., countedBy uses: FormerNameUses) {
        self.resources = resources
        self.uses = uses
    }

    /// The endpoint, which is told by the request whether its answer has former names.
    package func beside(_ endpoint: some Endpoint) -> some Endpoint {
        FormerNamesEndpoint(inner: endpoint, names: self)
    }

    /// What is served today, for one request.
    fileprivate struct Today {
        var names: [(facts: ResourceFacts, mask: FormerNameMask)] = []
        var since = Int.max
        var newest = Int.min
        var sunset: Int?
    }

    fileprivate func today() -> Today {
        resources.reduce(into: Today()) { today, facts in
            let mask = facts.servedFormerNames
            guard !mask.isEmpty else { return }
            today.names.append((facts, mask))
            for (place, former) in facts.formerNames.enumerated() where mask.contains(FormerNameMask(place: place)) {
                today.since = min(today.since, former.since)
                today.newest = max(today.newest, former.since)
                if let sunset = former.sunset { today.sunset = min(today.sunset ?? sunset, sunset) }
            }
        }
    }

    /// Whether this client is shown former names. Throws 400 for an `API-Version` that is no date.
    fileprivate func isShown(_ today: Today, to request: Request) throws(Problem) -> Bool {
        let fields = request.headers["API-Version"]
        guard !fields.isEmpty else { return !today.names.isEmpty }
        guard fields.count == 1, let version = CivilDate(text: fields[0]) else { throw .invalidVersion }
        return !today.names.isEmpty && version.daysSince2000 < today.newest
    }

    /// The answer, with what the client is told of the names that it has.
    fileprivate func announce(_ today: Today, isShown: Bool, _ response: Response, to request: Request) -> Response {
        guard response.status.code < 400 else { return response }
        var response = response
        response.headers.append(("Vary", "Authorization, API-Version"))
        guard response.status != .notModified else { return response }
        let names = isShown ? Self.asked(today.names, request.query) : []
        guard !names.isEmpty else { return response }
        // A date of structured fields (RFC 9651 section 3.3.7), and an HTTP date.
        response.headers.append(("Deprecation", "@\(UnixDay.seconds(today.since))"))
        if let sunset = today.sunset {
            response.headers.append(("Sunset", HTTPDate.text(secondsSince1970: UnixDay.seconds(sunset))))
        }
        for (facts, mask) in names { uses.count(.answer, mask, of: facts, by: request.headers) }
        return response
    }

    /// Those that the answer to this query may have: with `fields=` the ones that are named.
    private static func asked(
        _ names: [(facts: ResourceFacts, mask: FormerNameMask)], _ query: Substring?
    ) -> [(facts: ResourceFacts, mask: FormerNameMask)] {
        guard let query, query.contains("fields=") else { return names }
        return names.compactMap { facts, mask in
            let named = facts.formerNames.enumerated().reduce(into: FormerNameMask()) { named, item in
                if query.contains(item.element.name.description) { named.insert(FormerNameMask(place: item.offset)) }
            }
            let asked = mask.intersection(named)
            return asked.isEmpty ? nil : (facts, asked)
        }
    }
}

private struct FormerNamesEndpoint<Inner: Endpoint>: Endpoint {
    let inner: Inner
    let names: FormerNames

    func answerNow(_ request: Request) throws(Problem) -> Response? {
        let today = names.today()
        var request = request
        request.showsFormerNames = try names.isShown(today, to: request)
        guard let response = try inner.answerNow(request) else { return nil }
        return names.announce(today, isShown: request.showsFormerNames, response, to: request)
    }

    func answer(_ request: Request) async throws -> Response {
        let today = names.today()
        var request = request
        request.showsFormerNames = try names.isShown(today, to: request)
        let response = try await inner.answer(request)
        return names.announce(today, isShown: request.showsFormerNames, response, to: request)
    }
}

extension Problem {
    fileprivate static var invalidVersion: Problem {
        Problem(
            .badRequest, code: "bad_request", title: "The request is malformed.",
            detail: "API-Version must be one date such as 2026-11-01.")
    }
}

/// The beginnings of days, as header fields tell them.
private enum UnixDay {
    /// 2000-01-01 in days since 1970-01-01.
    private static let epoch = 10_957

    /// Seconds since 1970.
    static func seconds(_ daysSince2000: Int) -> Int { (daysSince2000 + epoch) * 86_400 }
}
