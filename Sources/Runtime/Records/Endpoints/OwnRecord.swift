import NIOCore
import NIOHTTP1

/// `GET /…/me`: the caller's own record with its completion, what belongs to it, and the caller's roles and permissions.
///
/// With a query it is a plain read of the own record: `fields=`, `include=`.
package struct ReadOwnRecord<R: Resource>: Endpoint {
    private let own: OwnRecord<R>
    private let plain: ReadRecord<R>

    package init(_ store: RecordStore<R>, including parts: [any IncludedRecord], permissions: [Permission]) {
        own = OwnRecord(store, parts, permissions)
        plain = ReadRecord(store, of: .caller, including: parts)
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        let (id, roles) = try own.store.admit(request, .caller, to: R.facts.access.read)
        guard request.query == nil else { return nil }
        switch own.store.remembered(id, .own(roles, formerNames: request.showsFormerNames)) {
        case .absent: throw Problem.notFound
        case .miss: return nil
        case .hit(let view):
            guard let whole = own.wholeNow(view, id, roles, request) else { return nil }
            return Preconditions.answer(whole, request)
        }
    }

    package func answer(_ request: Request) async throws -> Response {
        guard request.query == nil else { return try await plain.answer(request) }
        let (id, roles) = try own.store.admit(request, .caller, to: R.facts.access.read)
        let shown = View.own(roles, formerNames: request.showsFormerNames)
        guard let view = try await own.store.read(id, shown, deadline: request.deadline) else {
            throw Problem.notFound
        }
        return Preconditions.answer(try await own.whole(view, id, roles, request), request)
    }
}

/// `PUT` and `PATCH /…/me`: as for any record; the answer is the one that `GET` gives.
package struct UpdateOwnRecord<R: Resource>: Endpoint {
    private let own: OwnRecord<R>
    private let mode: BodyMode

    package init(
        _ store: RecordStore<R>, _ mode: BodyMode, including parts: [any IncludedRecord], permissions: [Permission]
    ) {
        own = OwnRecord(store, parts, permissions)
        self.mode = mode
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try own.store.admit(request, .caller, to: R.facts.access.update)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles, row) = try await own.store.change(request, .caller, mode)
        let shown = View.own(roles, formerNames: request.showsFormerNames)
        let whole = try await own.whole(own.store.render(row, shown), id, roles, request)
        return Response(.ok, contentType: .json, body: whole.body, etag: whole.etag)
    }
}

/// How a caller's own record is put together.
private struct OwnRecord<R: Resource>: Sendable {
    let store: RecordStore<R>
    let parts: [any IncludedRecord]
    let permissions: [Permission]

    init(_ store: RecordStore<R>, _ parts: [any IncludedRecord], _ permissions: [Permission]) {
        self.store = store
        self.parts = parts
        self.permissions = permissions
    }

    func whole(_ view: CachedView, _ id: RecordID, _ roles: RoleSet, _ request: Request) async throws -> CachedView {
        var joined = JoinedView(view)
        for part in parts {
            if let other = try await part.included(id, for: request) {
                joined.add(part.name, other)
            }
        }
        addRights(roles, request.caller, to: &joined)
        return joined.view
    }

    /// The same when everything is remembered, else `nil`.
    func wholeNow(_ view: CachedView, _ id: RecordID, _ roles: RoleSet, _ request: Request) -> CachedView? {
        var joined = JoinedView(view)
        for part in parts {
            switch part.includedNow(id, for: request) {
            case .hit(let other): joined.add(part.name, other)
            case .absent: break
            case .miss: return nil
            }
        }
        addRights(roles, request.caller, to: &joined)
        return joined.view
    }

    /// Roles and contract decide both, and are in the entity tag already.
    private func addRights(_ roles: RoleSet, _ caller: Caller, to joined: inout JoinedView) {
        joined.add("roles") { json in
            json.beginArray()
            for name in caller.roleNames { json.string(name) }
            json.endArray()
        }
        joined.add("permissions") { json in
            json.beginArray()
            for permission in permissions where roles.intersects(permission.allowed) { json.string(permission.name) }
            json.endArray()
        }
    }
}
