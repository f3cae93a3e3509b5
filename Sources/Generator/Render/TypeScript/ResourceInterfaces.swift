/// The types of one resource: the record, what it consists of, and the bodies that change and make it.
struct ResourceInterfaces {
    let contract: Contract
    let resource: Contract.Resource
    let types: TypeScriptTypes
    let names: TypeScriptTypes.Resource
    private let actions: [PlannedRoute.Action]

    init(_ contract: Contract, _ index: Int, _ types: TypeScriptTypes, _ routes: [PlannedRoute]) {
        self.contract = contract
        self.resource = contract.resources[index]
        self.types = types
        self.names = types.resources[index]
        self.actions = routes.filter { $0.resource == index }.map(\.action)
    }

    func render(to source: inout TypeScriptSource) {
        for field in resource.fields {
            ValueTypes(types).render(field.type, path(field), isOpen: field.isOpen, to: &source)
        }
        record(&source)
        if actions.contains(.readOwn) { own(&source) }
        if actions.contains(where: \.isWrite) { update(&source) }
        if actions.contains(.create) { creation(&source) }
        source.line()
        source.doc(["The fields of a `\(resource.name)`, for `fields`."])
        source.union("export type \(names.field) =", readable.map { TypeScriptLiteral.quoted($0.name) })
        if actions.contains(where: \.isOfSection) {
            source.line()
            source.doc(["The sections of `\(resource.name)`."])
            source.union(
                "export type \(names.section) =", resource.sections.map { TypeScriptLiteral.quoted($0.field.name) })
        }
        if actions.contains(.list), let list = resource.list {
            source.line()
            source.doc(["The orders of the list; `-` is descending, the first is the usual one."])
            source.union("export type \(names.sort) =", list.orders.map { TypeScriptLiteral.quoted($0.name) })
        }
    }

    // MARK: Reading

    /// What nobody may read is in no answer, and cannot be asked for.
    private var readable: [Contract.Field] {
        let readable = resource.fields.filter { !$0.read.isEmpty || $0.visibility != nil }
        return readable.isEmpty ? resource.fields : readable
    }

    private func record(_ source: inout TypeScriptSource) {
        source.line()
        source.doc((resource.description.map { [$0] } ?? []) + ["What the caller may not see is absent."])
        source.block("export interface \(names.record)") { source in
            for field in readable {
                source.doc(FieldNotes.of(field))
                property(field.name, types.spelled(field.type, at: path(field)), orNull: isNullable(field), &source)
            }
            source.doc(["The fields that this view has, and that the owner does not let the caller see."])
            source.line("_redacted?: \(names.field)[];")
            for part in parts {
                source.doc(["With `include`."])
                property(part.resource.name, part.names.record, orNull: false, &source)
            }
        }
    }

    private func own(_ source: inout TypeScriptSource) {
        source.line()
        source.doc(["The caller's own record, with what belongs to it."])
        source.block("export interface \(names.own) extends \(names.record)") { source in
            source.doc(["How much of the record is filled, in percent, and what is not."])
            source.line("completion?: { score: number; missing: string[] };")
            source.line("roles?: string[];")
            source.doc(["What the caller may do: `\(resource.name):read`."])
            source.line("permissions?: string[];")
        }
    }

    // MARK: Writing

    private func update(_ source: inout TypeScriptSource) {
        source.line()
        source.doc([
            "What a PUT sets. What is absent stays as it is, `null` clears, a value replaces."
        ])
        source.block("export interface \(names.update)") { source in
            for field in resource.fields where field.isUpdatable { written(field, isNeeded: isNeeded(field), &source) }
        }
        source.line()
        source.doc(["What a PATCH sets: nothing is needed, and JSON values are changed in part."])
        source.line("export type \(names.patch) = MergePatch<\(names.update)>;")
    }

    private func creation(_ source: inout TypeScriptSource) {
        source.line()
        source.doc(["What makes a `\(resource.name)`."])
        source.block("export interface \(names.creation)") { source in
            for field in resource.fields where field.isCreatable {
                written(field, isNeeded: field.isRequired && !field.isGenerated, &source)
            }
        }
    }

    private func written(_ field: Contract.Field, isNeeded: Bool, _ source: inout TypeScriptSource) {
        source.doc(FieldNotes.of(field))
        let type = types.written(field.type, at: path(field))
        let isNullable = !field.isRequired && field.standard == nil
        source.line("\(field.name)\(isNeeded ? "" : "?"): \(type)\(isNullable ? " | null" : "");")
    }

    /// A PUT needs what everybody who may change the record may set; what some may not set, those leave out.
    private func isNeeded(_ field: Contract.Field) -> Bool {
        field.isRequired && resource.access.update.intersection(field.write) == resource.access.update
    }

    /// Columns of a table that was there before may be empty, all but the key.
    private func isNullable(_ field: Contract.Field) -> Bool {
        if case .section = field.type { return false }
        return field.name != resource.key
    }

    private func property(_ name: String, _ type: String, orNull: Bool, _ source: inout TypeScriptSource) {
        source.line("\(TypeScriptLiteral.property(name))?: \(type)\(orNull ? " | null" : "");")
    }

    private func path(_ field: Contract.Field) -> String { "\(resource.name).\(field.name)" }

    private var parts: [(resource: Contract.Resource, names: TypeScriptTypes.Resource)] {
        zip(contract.resources, types.resources).filter { $0.0.onePer == resource.name }
            .map { (resource: $0.0, names: $0.1) }
    }
}
