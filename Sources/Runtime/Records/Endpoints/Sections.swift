import NIOCore
import NIOHTTP1

/// `GET /…/settings/{section}`: one section with an entity tag of its own.
package struct ReadSection<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget

    package init(_ store: RecordStore<R>, of target: RecordTarget) {
        self.store = store
        self.target = target
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        let (id, roles, bit) = try store.admitSection(request, target, to: R.facts.access.read)
        switch store.remembered(id, .section(bit, roles)) {
        case .hit(let view): return Preconditions.answer(view, request)
        case .absent: throw Problem.notFound
        case .miss: return nil
        }
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles, bit) = try store.admitSection(request, target, to: R.facts.access.read)
        guard let view = try await store.read(id, .section(bit, roles), deadline: request.deadline) else {
            throw Problem.notFound
        }
        return Preconditions.answer(view, request)
    }
}

/// `PUT` and `PATCH /…/settings/{section}`. Keys that are not sent stay; `null` is back to the default.
package struct UpdateSection<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let target: RecordTarget
    private let mode: BodyMode

    package init(_ store: RecordStore<R>, of target: RecordTarget, _ mode: BodyMode) {
        self.store = store
        self.target = target
        self.mode = mode
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        _ = try admit(request)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        let (id, roles, bit) = try admit(request)
        let section = FieldMask(field: bit)
        let body = try store.body(request, mode: mode, writable: section, isSection: true) { body throws(JSONError) in
            try R.readSection(section, &body)
        }
        var context = try await store.context(request, id)
        context.root = "/" + R.facts.fieldNames[bit].description
        let row = try await store.update(id, body.patch, present: body.present, context)
        let view = store.render(row, .section(bit, roles))
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }

    /// Here the section is named by the path, so one that the caller may not write is a 403 and no issue of the body.
    private func admit(_ request: Request) throws(Problem) -> (id: RecordID, roles: RoleSet, bit: Int) {
        let admitted = try store.admitSection(request, target, to: R.facts.access.update)
        guard R.writable(by: admitted.roles).contains(FieldMask(field: admitted.bit)) else { throw .forbidden() }
        return admitted
    }
}

extension RecordStore {
    /// As `admit`, with the place of the section that the path's last variable names. Throws 404 for one that the
    /// resource does not have, and 403 for one that the caller may not see.
    func admitSection(
        _ request: Request, _ target: RecordTarget, to allowed: RoleSet
    ) throws(Problem) -> (id: RecordID, roles: RoleSet, bit: Int) {
        let (id, roles) = try admit(request, target, to: allowed)
        try Problem.refuseQuery(request)
        guard let name = request.parameters.last, let bit = R.bit(named: name) else { throw .notFound }
        guard R.offered(to: roles).contains(FieldMask(field: bit)) else { throw .forbidden() }
        return (id, roles, bit)
    }
}
