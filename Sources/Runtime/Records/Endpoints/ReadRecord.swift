import NIOCore
import NIOHTTP1

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
        let standing = try store.stand(request, target, to: R.facts.access.read)
        guard request.query == nil, let known = try store.knownNow(standing, request.caller) else { return nil }
        switch store.remembered(standing.id, store.wholeView(known.roles, request)) {
        case .hit(let view):
            guard known.version == nil || known.version == view.version else { return nil }
            return Preconditions.answer(view, request)
        case .absent: throw Problem.notFound
        case .miss: return nil
        }
    }

    package func answer(_ request: Request) async throws -> Response {
        let standing = try store.stand(request, target, to: R.facts.access.read)
        return try await store.reading(request, standing) { roles in
            let selection = try RecordSelection<R>(request.query, roles: roles, parts: parts.map(\.name))
            guard let view = try await view(standing.id, roles, selection, request) else {
                throw Problem.notFound
            }
            return (view.version, try await answer(request, standing.id, view, selection))
        }
    }

    private func answer(
        _ request: Request, _ id: RecordID, _ view: CachedView, _ selection: RecordSelection<R>
    ) async throws -> Response {
        let included = parts.filter { selection.parts.contains($0.name) }
        guard !included.isEmpty else { return Preconditions.answer(view, request) }
        var joined = JoinedView(view)
        for part in included {
            if let other = try await part.included(id, for: request) {
                joined.add(part.name, other)
            }
        }
        return Preconditions.answer(joined.view, request)
    }

    private func view(
        _ id: RecordID, _ roles: RoleSet, _ selection: RecordSelection<R>, _ request: Request
    ) async throws -> CachedView? {
        let view = store.wholeView(roles, request)
        guard let fields = selection.fields else {
            return try await store.read(id, view, deadline: request.deadline)
        }
        store.formerNameUses.count(.parameter, fields.formerNames, of: R.facts, by: request.headers)
        return try await store.row(id, deadline: request.deadline).map { store.render($0, view, only: fields) }
    }
}

/// A record that another one's answer may take in: `?include=settings`.
package protocol IncludedRecord: Sendable {
    var name: String { get }
    /// The record as the caller may see it; `nil` when the caller may not, or there is none.
    func included(_ id: RecordID, for request: Request) async throws -> CachedView?
    /// The same from memory alone; `.absent` too when the caller may not see it.
    func includedNow(_ id: RecordID, for request: Request) -> CacheLookup
}

extension RecordStore: IncludedRecord {
    package var name: String { R.facts.name }

    package func included(_ id: RecordID, for request: Request) async throws -> CachedView? {
        let roles = roles(of: request.caller, on: id)
        guard roles.intersects(R.facts.access.read) else { return nil }
        let view = wholeView(roles, request)
        return try await read(id, view, deadline: request.deadline)
    }

    package func includedNow(_ id: RecordID, for request: Request) -> CacheLookup {
        let roles = roles(of: request.caller, on: id)
        guard roles.intersects(R.facts.access.read) else { return .absent }
        return remembered(id, wholeView(roles, request))
    }
}
