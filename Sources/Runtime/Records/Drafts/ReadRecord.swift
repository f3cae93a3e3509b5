import NIOCore
import NIOHTTP1

/// A record that another one's answer may take in: `?include=settings`.
package protocol IncludedRecord: Sendable {
    var name: String { get }
    /// The record as the caller may see it; `nil` when the caller may not, or there is none.
    func included(_ id: RecordID, caller: Caller, deadline: ContinuousClock.Instant) async throws -> CachedView?
    /// The same from memory alone.
    func includedNow(_ id: RecordID, caller: Caller) -> CachedView?
}

extension RecordStore: IncludedRecord {
    package var name: String { R.facts.name }

    package func included(
        _ id: RecordID, caller: Caller, deadline: ContinuousClock.Instant
    ) async throws -> CachedView? {
        let roles = roles(of: caller, on: id)
        guard roles.intersects(R.facts.access.read) else { return nil }
        return try await read(id, .whole(roles), deadline: deadline)
    }

    package func includedNow(_ id: RecordID, caller: Caller) -> CachedView? {
        let roles = roles(of: caller, on: id)
        guard roles.intersects(R.facts.access.read) else { return nil }
        if case .hit(let view) = remembered(id, .whole(roles)) { return view }
        return nil
    }
}

/// `GET /…/{id}`: one record, as its reader may see it.
///
/// - `fields=a,b` gives just these fields. One that the reader's view never has is 403 with its name.
/// - `include=settings` adds what belongs to the record and the reader may see.
package struct ReadRecord<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget
    private let parts: [any IncludedRecord]

    package init(_ store: RecordStore<R>, of target: RecordTarget, including parts: [any IncludedRecord]) {
        self.store = store
        self.target = target
        self.parts = parts
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        let (id, roles) = try store.admit(request, target, to: R.facts.access.read)
        guard request.query == nil else { return nil }
        switch store.remembered(id, .whole(roles)) {
        case .hit(let view): return Preconditions.answer(view, request)
        case .absent: throw Problem.notFound
        case .miss: return nil
        }
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles) = try store.admit(request, target, to: R.facts.access.read)
        let selection = try RecordSelection<R>(request.query, roles: roles, parts: parts.map(\.name))
        guard let view = try await view(id, roles, selection, request.deadline) else { throw Problem.notFound }
        let included = parts.filter { selection.parts.contains($0.name) }
        guard !included.isEmpty else { return Preconditions.answer(view, request) }
        return Preconditions.answer(try await join(view, included, id, request), request)
    }

    private func view(
        _ id: RecordID, _ roles: RoleSet, _ selection: RecordSelection<R>, _ deadline: ContinuousClock.Instant
    ) async throws -> CachedView? {
        guard let fields = selection.fields else {
            return try await store.read(id, .whole(roles), deadline: deadline)
        }
        return try await store.row(id, deadline: deadline).map { store.render($0, .whole(roles), only: fields) }
    }

    private func join(
        _ view: CachedView, _ parts: [any IncludedRecord], _ id: RecordID, _ request: Request
    ) async throws -> CachedView {
        var joined = JoinedView(view)
        for part in parts {
            if let other = try await part.included(id, caller: request.caller, deadline: request.deadline) {
                joined.add(part.name, other)
            }
        }
        return joined.view
    }
}

/// What a reader asks for beyond the usual view.
struct RecordSelection<R: Resource>: Sendable {
    private(set) var fields: FieldMask?
    private(set) var parts: [String] = []

    init(_ query: Substring?, roles: RoleSet, parts known: [String]) throws(Problem) {
        for item in try QueryItems(query).items {
            let words = item.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            switch item.name {
            case "fields": fields = try Self.fields(words, roles)
            case "include":
                guard let unknown = words.first(where: { !known.contains($0) }) else {
                    parts = words
                    continue
                }
                _ = unknown
                throw Problem.invalidParameter("include", "It takes: \(known.joined(separator: ", ")).")
            default:
                throw Problem.invalidParameter(item.name, "There is no such parameter here.")
            }
        }
    }

    private static func fields(_ names: [String], _ roles: RoleSet) throws(Problem) -> FieldMask {
        let offered = R.offered(to: roles)
        var mask: FieldMask = []
        for name in names {
            let place = R.facts.fieldNames.firstIndex { $0.description.utf8.elementsEqual(name.utf8) }
            guard let bit = place else {
                throw Problem.invalidParameter("fields", "It names a field that does not exist.")
            }
            guard offered.contains(FieldMask(field: bit)) else {
                let message = "\(R.facts.fieldNames[bit]) is not for you."
                let issue = Issue(pointer: "fields", code: "not_readable", message: message)
                throw Problem.forbidden(issues: [issue])
            }
            mask.insert(FieldMask(field: bit))
        }
        return mask
    }
}

extension Problem {
    /// A query parameter that cannot be taken (400).
    static func invalidParameter(_ name: String, _ message: String) -> Problem {
        Problem(
            .badRequest, code: "invalid_parameter", title: "A query parameter cannot be taken.",
            issues: [Issue(pointer: name, code: "invalid_parameter", message: message)])
    }
}
