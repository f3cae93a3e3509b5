/// Every answer that an operation may give.
extension OperationRenderer {
    var responses: JSONTree {
        var responses = [success]
        if isRead { responses.append((304, .reference("responses", "notModified"))) }
        responses += problems.map { ($0.status, $0.reference) }
        return .object(responses.sorted { $0.0 < $1.0 }.map { (String($0.0), $0.1) })
    }

    private var success: (Int, JSONTree) {
        if case .operate(let place, _) = route.action { return success(of: contract.operations[place]) }
        let status = route.action == .create ? 201 : isDeletion ? 204 : 200
        guard let shared else { return (status, successAnswer) }
        return (status, .reference("responses", shared))
    }

    /// The component that reading and changing the same record share; `nil` for an answer of this operation alone.
    var shared: String? {
        switch route.action {
        case .read, .write: isOwn ? schemas.ownName : schemas.name
        case .readOwn, .writeOwn: schemas.ownName
        case .readSection, .writeSection: section.map(schemas.sectionName)
        case .list, .create, .operate, .delete: nil
        }
    }

    var successAnswer: JSONTree {
        switch route.action {
        case .list: answer("A page of records.", .schema(schemas.pageName), headers: ["Link"])
        case .delete: .object([("description", "The record is deleted.")])
        case .create: answer("The new record.", .schema(schemas.name), headers: ["Location", "ETag"])
        case .readSection, .writeSection:
            answer("The section.", .schema(section.map(schemas.sectionName) ?? schemas.name), headers: ["ETag"])
        case .readOwn, .writeOwn:
            answer("The record with what belongs to it.", .schema(schemas.ownName), headers: ["ETag"])
        case .read, .write, .operate: answer("The record.", .schema(schemas.name), headers: ["ETag"])
        }
    }

    func answer(_ description: String, _ schema: JSONTree, headers: [String]) -> JSONTree {
        JSONTree.object([("description", .string(description))])
            .adding("headers", HeaderComponents.references(headers + ["Cache-Control", "Vary"] + formerNameHeaders))
            .adding("content", .content("application/json", schema))
            .adding("links", links.isEmpty ? nil : .object(links))
    }

    private var formerNameHeaders: [String] { showsFormerNames ? ["Deprecation", "Sunset"] : [] }

    var problems: [ProblemAnswer] {
        var problems = ProblemAnswer.everywhere.filter { $0.status != 400 } + ProblemAnswer.ofStores
        switch route.action {
        case .read, .readOwn: problems += [.badSelection, .notFound]
        case .readSection: problems += [.badQuery, .notFound]
        case .write, .writeOwn, .writeSection: problems += [.badBody, .notFound, .stale, .validation]
        case .delete: problems += [.badQuery, .notFound, .stale] + deletionConflicts
        case .list: problems.append(.badListQuery)
        case .create: problems += [.badBody, .validation]
        case .operate(let place, let target): problems += self.problems(of: contract.operations[place], target)
        }
        if takesBody { problems.append(route.method == .patch ? .patchMediaType : .mediaType) }
        if isChange, resource.requiresMatch { problems.append(.preconditionRequired) }
        if mayForbid { problems.append(.forbidden) }
        switch (mayConflict, takesSteps) {
        case (true, true): problems.append(.takenOrIllegalStep)
        case (true, false): problems.append(.taken)
        case (false, true): problems.append(.illegalStep)
        case (false, false): break
        }
        return ProblemAnswer.adding(declared, to: problems)
    }

    /// The problems that the spec lets functions by hand refuse the request with.
    private var declared: [Contract.Problem] {
        func problems(of moment: Spec.Hook.Moment) -> [Contract.Problem] {
            resource.hooks.contains { $0.moment == moment } ? resource.problems : []
        }
        return switch route.action {
        case .operate(let place, _): contract.operations[place].problems
        case .create: problems(of: .beforeCreate)
        case .write, .writeOwn, .writeSection: problems(of: .beforeUpdate)
        case .delete: problems(of: .beforeDelete)
        case .read, .readOwn, .readSection, .list: []
        }
    }

    private var deletionConflicts: [ProblemAnswer] {
        let isReferredTo = contract.isReferredTo(resource)
        let mayRefuse = resource.hooks.contains { $0.moment == .beforeDelete }
        return switch (isReferredTo, mayRefuse) {
        case (false, false): []
        case (true, false): [.inUse]
        case (false, true): [.deletionRefused]
        case (true, true): [.inUseOrRefused]
        }
    }

    /// Whether some caller with a token is not allowed the operation, or not one of the fields that it can ask for.
    private var mayForbid: Bool {
        let token = contract.bits { $0.kind == .token || $0.kind == .anyone }
        switch route.action {
        case .readOwn, .read(.caller), .readSection(.caller):
            // Who has no identity, a service for example, is not the owner of any record.
            return !reads(token, sees: token.union(contract.ownRoles(of: resource)))
        case .read(.parameter), .readSection(.parameter): return !reads(token, sees: token)
        case .operate: return allowed.intersection(token).isEmpty
        default: return true
        }
    }

    private func reads(_ token: Contract.RoleBits, sees roles: Contract.RoleBits) -> Bool {
        !resource.access.read.intersection(token).isEmpty
            && resource.fields.allSatisfy { !$0.read.intersection(roles).isEmpty || $0.visibility != nil }
    }

    /// Whether the body may set an enum whose values follow one another.
    private var takesSteps: Bool {
        switch route.action {
        case .write, .writeOwn: !resource.stepped.isEmpty
        default: false
        }
    }

    /// Whether a value can be one that another record has.
    private var mayConflict: Bool {
        switch route.action {
        case .create: true
        case .write, .writeOwn: resource.fields.contains { $0.isUpdatable && $0.unique != nil }
        default: false
        }
    }
}
