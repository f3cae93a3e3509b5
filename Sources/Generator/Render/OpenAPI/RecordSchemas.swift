/// The schemas of a resource: what is answered, and what bodies may say.
///
/// Names of components have a dot where a name of the spec can have none, so that no two are the same.
struct RecordSchemas {
    let resource: Contract.Resource
    let contract: Contract

    init(_ resource: Contract.Resource, _ contract: Contract) {
        self.resource = resource
        self.contract = contract
    }

    var name: String { resource.typeName }
    var ownName: String { name + ".Own" }
    var pageName: String { name + ".Page" }
    var creationName: String { name + ".Creation" }
    var replacementName: String { name + ".Replacement" }
    var changeName: String { name + ".Change" }
    func sectionName(_ section: Contract.Field) -> String { name + "." + Naming.type(section.name) }
    func sectionBodyName(_ section: Contract.Field, _ use: SchemaRenderer.Use) -> String {
        sectionName(section) + (use == .patch ? ".Change" : ".Replacement")
    }

    /// All components of the resource that some operation uses.
    func components(for routes: [PlannedRoute]) -> [(String, JSONTree)] {
        let actions = routes.map(\.action)
        var schemas = sections + [(name, record)]
        if resource.hasOwnRoute { schemas.append((ownName, own)) }
        if actions.contains(.list) { schemas.append((pageName, page)) }
        if actions.contains(.create) { schemas.append((creationName, creation)) }
        if routes.contains(where: { $0.method == .patch }) { schemas.append((changeName, update(.patch))) }
        if routes.contains(where: { $0.method == .put }) { schemas.append((replacementName, update(.whole))) }
        return schemas
    }

    private var sections: [(String, JSONTree)] {
        resource.sections.flatMap { _, field in
            let example = ExampleMaker.value(field.type).map { JSONTree.array([$0]) }
            return [
                (
                    sectionName(field),
                    SchemaRenderer.schema(field.type, nullable: false, .answer).adding("examples", example)
                ),
                (sectionBodyName(field, .patch), SchemaRenderer.schema(field.type, nullable: true, .patch)),
                (sectionBodyName(field, .whole), SchemaRenderer.schema(field.type, nullable: true, .whole)),
            ]
        }
    }

    // MARK: Answers

    /// A record as it is answered. What a view masks is not in it, so nothing is required.
    private var record: JSONTree {
        .closed(members)
            .adding("description", resource.description.map(JSONTree.string))
            .adding("examples", ExampleMaker.object(readableFields).map { .array([$0]) })
    }

    /// The caller's own record, with what the server adds to it.
    private var own: JSONTree {
        let words = JSONTree.list(of: .typed("string"))
        let score = JSONTree.typed("integer").adding("minimum", 0).adding("maximum", 100)
        let completion = JSONTree.closed([("score", score), ("missing", words)], required: ["score", "missing"])
        return .closed(
            members + [
                ("completion", completion.adding("readOnly", true)), ("roles", words.adding("readOnly", true)),
                ("permissions", words.adding("readOnly", true)),
            ])
    }

    private var readableFields: [Contract.Field] {
        resource.fields.filter { !$0.read.isEmpty || $0.visibility != nil }
    }

    private var members: [(String, JSONTree)] {
        var members = readableFields.map { ($0.name, answered($0)) }
        members += readableFields.flatMap { field in
            field.servedFormerNames.map { ($0.name, $0.marking(answered(field), field)) }
        }
        members.append(
            (
                "_redacted",
                JSONTree.list(of: .typed("string")).adding("readOnly", true)
                    .adding("description", "The fields that are hidden from this caller, of those that the view has.")
            ))
        // With `include=`, and in the own record.
        members += contract.parts(of: resource).map { ($0.name, JSONTree.schema($0.typeName)) }
        return members
    }

    /// What is done with the value when its owner is erased.
    private static func erasure(_ erasure: Contract.Erasure) -> JSONTree {
        JSONTree.object([("action", .string(erasure.action.rawValue))])
            .adding("basis", erasure.basis.map(JSONTree.string))
            .adding("until_seconds", erasure.until.map(JSONTree.integer))
    }

    /// What may follow each value.
    private static func transitions(_ transitions: Contract.Transitions) -> JSONTree {
        .object(transitions.steps.map { ($0.from, .words($0.to)) })
    }

    private func answered(_ field: Contract.Field) -> JSONTree {
        if case .section = field.type { return .schema(sectionName(field)) }
        // In a table that was there before us a required field may be unset.
        let schema = SchemaRenderer.schema(field.type, nullable: field.name != resource.key, .answer)
        return (field.isOpen ? schema.opened : schema)
            .adding("title", field.label.map(JSONTree.string))
            .adding("description", field.documentation.map(JSONTree.string))
            .adding("x-erase", field.erasure.map(Self.erasure))
            .adding("x-transitions", field.transitions.map(Self.transitions))
            .adding("deprecated", field.deprecation == nil ? nil : true)
            .adding("readOnly", field.write.isEmpty || field.isImmutable || field.isAutomatic ? true : nil)
            .adding("x-roles-read", narrower(field.read, than: resource.access.read))
    }

    private var page: JSONTree {
        let cursor = JSONTree.typed("string", nullable: true)
        let facts = JSONTree.closed(
            [
                ("next_cursor", cursor), ("prev_cursor", cursor), ("has_more", .typed("boolean")),
                ("limit", .typed("integer")),
            ], required: ["next_cursor", "prev_cursor", "has_more", "limit"])
        return .closed(
            [
                ("data", .list(of: .schema(name))), ("page", facts),
                ("as_of", JSONTree.typed("string").adding("format", "date-time")),
            ], required: ["data", "page", "as_of"])
    }

    // MARK: Bodies

    private var creation: JSONTree {
        body(resource.fields.filter(\.isCreatable).map(\.atFirst), .whole, requiring: { _ in true })
    }

    private func update(_ use: SchemaRenderer.Use) -> JSONTree {
        // What only some of the callers may set, the others may not be asked for.
        body(resource.fields.filter(\.isUpdatable), use) { field in
            use == .whole && resource.access.update.union(field.write) == field.write
        }
    }

    private func body(
        _ fields: [Contract.Field], _ use: SchemaRenderer.Use, requiring isDemanded: (Contract.Field) -> Bool
    ) -> JSONTree {
        let required = fields.filter { $0.isRequired && !$0.isGenerated && isDemanded($0) }.map(\.name)
        let example = ExampleMaker.object(fields, required: required)
        let members = fields.map { ($0.name, settable($0, use)) }
        let former = fields.flatMap { field in
            field.servedFormerNames.map { ($0.name, $0.marking(settable(field, use), field)) }
        }
        let renamed = fields.filter { !$0.servedFormerNames.isEmpty }
        return JSONTree.closed(
            members + former, required: required.filter { name in !renamed.contains { $0.name == name } }
        )
        .adding(
            "allOf", renamed.isEmpty ? nil : .array(renamed.map { $0.oneName(isRequired: required.contains($0.name)) })
        )
        .adding("examples", example.map { .array([$0]) })
    }

    private func settable(_ field: Contract.Field, _ use: SchemaRenderer.Use) -> JSONTree {
        let roles = narrower(field.write, than: resource.access.update)
        if case .section = field.type {
            return .schema(sectionBodyName(field, use)).adding("x-roles-write", roles)
        }
        let nullable = !field.isRequired && field.standard == nil
        return SchemaRenderer.schema(field.type, nullable: nullable, use)
            .adding("description", field.documentation.map(JSONTree.string))
            .adding("deprecated", field.deprecation == nil ? nil : true)
            .adding("writeOnly", field.read.isEmpty && field.visibility == nil ? true : nil)
            .adding("x-roles-write", field.isImmutable ? nil : roles)
            .adding("x-references", referred(field).map(JSONTree.string))
    }

    /// Whose key the value is: the table of identities, or a resource.
    private func referred(_ field: Contract.Field) -> String? {
        switch field.reference {
        case nil: nil
        case .identity: contract.identity.table
        case .resource(let name, _): name
        }
    }

    /// The names of roles, where they are not all that may use the operation.
    private func narrower(_ roles: Contract.RoleBits, than all: Contract.RoleBits) -> JSONTree? {
        all.union(roles) == roles ? nil : contract.names(of: roles)
    }
}

extension Contract.Field {
    /// The field of the body that makes a record: an enum with transitions has its first values only.
    fileprivate var atFirst: Self {
        guard let initial = transitions?.initial, !initial.isEmpty else { return self }
        var first = self
        first.type = .choice(initial)
        return first
    }
}

extension Contract {
    /// The resources that each record of `resource` has one record of, which its answers may take in.
    func parts(of resource: Contract.Resource) -> [Contract.Resource] {
        resources.filter { $0.onePer == resource.name }
    }

    /// The names of roles, in the order of the spec.
    func names(of bits: RoleBits) -> JSONTree {
        .words(roles.enumerated().filter { bits.contains($0.offset) }.map(\.element.name))
    }
}
