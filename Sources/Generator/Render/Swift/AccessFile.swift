/// `Access.swift`: roles and fields as bits, and the one decision per resource on who reads and writes which field.
enum AccessFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["Runtime"])
        source.line()
        roles(contract, &source)
        for resource in contract.resources {
            source.line()
            fields(resource, &source)
            source.line()
            masks(resource, contract, &source)
        }
        return source.text
    }

    private static func roles(_ contract: Contract, _ source: inout SwiftSource) {
        source.doc("The roles of the spec.")
        source.block("package enum Roles") { source in
            for (bit, role) in contract.roles.enumerated() {
                source.line("package static let \(Naming.declared(role.name)) = RoleSet(rawValue: 1 << \(bit))")
            }
            source.line()
            source.doc("In the order of their bits.")
            source.list(
                "package static let table = RoleTable(roles: [",
                contract.roles.map { "(name: \(SwiftLiteral.quoted($0.name)), kind: \(kind($0.kind)))" }, "])")
        }
    }

    private static func kind(_ kind: Contract.Role.Kind) -> String {
        switch kind {
        case .anyone: ".anyone"
        case .token: ".token"
        case .owner: ".relation"
        case .claim(let word): ".claim(\(SwiftLiteral.quoted(word)))"
        }
    }

    private static func fields(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        source.block("extension \(resource.typeName)") { source in
            source.doc("The fields of `\(resource.name)`, by their places in the contract.")
            source.block("package enum Fields") { source in
                for (bit, field) in resource.fields.enumerated() {
                    // Computed, since a stored one costs a global with its guard: there is one for each field.
                    source.line("package static var \(field.member): FieldMask { FieldMask(field: \(bit)) }")
                }
            }
        }
    }

    private static func masks(_ resource: Contract.Resource, _ contract: Contract, _ source: inout SwiftSource) {
        let spelling = RoleSpelling(contract)
        source.block("extension \(resource.typeName)") { source in
            levels(resource, spelling, &source)
            source.block("package static func readable(_ row: Row, by roles: RoleSet) -> FieldMask") { source in
                granted(resource, { $0.read }, spelling, &source)
                choices(resource, &source)
                source.line("return fields")
            }
            source.line()
            source.block("package static func offered(to roles: RoleSet) -> FieldMask") { source in
                granted(resource, { offered($0, resource) }, spelling, &source)
                source.line("return fields")
            }
            source.line()
            source.block("package static func assured(to roles: RoleSet) -> FieldMask") { source in
                granted(resource, { assured($0, resource) }, spelling, &source)
                source.line("return fields")
            }
            source.line()
            source.block("package static func writable(by roles: RoleSet) -> FieldMask") { source in
                granted(resource, { $0.isUpdatable ? $0.write : .init() }, spelling, &source)
                source.line("return fields")
            }
            guard !resource.access.create.isEmpty else { return }
            source.line()
            source.doc("What the body that makes a record may set.")
            let creatable = resource.fields.filter(\.isCreatable).map { "Fields.\(Naming.member($0.name))" }
            source.list("package static let creatable: FieldMask = [", creatable, "]")
        }
    }

    /// Whom a field's own list lets in, or any choice that its owner may make.
    private static func offered(_ field: Contract.Field, _ resource: Contract.Resource) -> Contract.RoleBits {
        guard field.visibility != nil, let visibility = resource.visibility else { return field.read }
        return visibility.levels.reduce(field.read) { $0.union($1.admits) }
    }

    /// Whom a field's own list lets in, or every choice that its owner may make.
    private static func assured(_ field: Contract.Field, _ resource: Contract.Resource) -> Contract.RoleBits {
        guard field.visibility != nil, let levels = resource.visibility?.levels, let first = levels.first else {
            return field.read
        }
        return field.read.union(levels.reduce(first.admits) { $0.intersection($1.admits) })
    }

    private static func levels(
        _ resource: Contract.Resource, _ spelling: RoleSpelling, _ source: inout SwiftSource
    ) {
        guard let visibility = resource.visibility else { return }
        source.doc("Whom each level of the owner's choice lets in. The owner is let in at every level.")
        source.list(
            "static let levels: [VisibilityLevel] = [",
            visibility.levels.map {
                "VisibilityLevel(\(SwiftLiteral.quoted($0.name)), admits: \(spelling.set($0.admits)))"
            }, "]")
        source.line()
    }

    private static func choices(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let columns = RecordColumns(resource)
        for (place, choice) in (resource.visibility?.choices ?? []).enumerated() {
            let fields = resource.fields.filter { $0.visibility == choice.field }
            guard !fields.isEmpty else { continue }
            let mask = fields.map { "Fields.\(Naming.member($0.name))" }.joined(separator: ", ")
            let audience = "row.audience(\(columns.choices[place]), of: levels, default: \(choice.standard))"
            source.block("if roles.intersects(\(audience))") { source in
                source.line("fields.formUnion(\(fields.count == 1 ? mask : "[\(mask)]"))")
            }
        }
    }

    /// One statement for each list of roles that occurs, in the order of the fields.
    private static func granted(
        _ resource: Contract.Resource, _ roles: (Contract.Field) -> Contract.RoleBits, _ spelling: RoleSpelling,
        _ source: inout SwiftSource
    ) {
        var groups: [(roles: Contract.RoleBits, members: [String])] = []
        for field in resource.fields where !roles(field).isEmpty {
            let member = "Fields.\(Naming.member(field.name))"
            if let known = groups.firstIndex(where: { $0.roles == roles(field) }) {
                groups[known].members.append(member)
            } else {
                groups.append((roles(field), [member]))
            }
        }
        source.line("\(groups.isEmpty ? "let" : "var") fields: FieldMask = []")
        for group in groups {
            source.block("if roles.intersects(\(spelling.set(group.roles)))") { source in
                source.list("fields.formUnion([", group.members, "])")
            }
        }
    }
}

/// Sets of roles in Swift.
struct RoleSpelling {
    private let names: [String]

    init(_ contract: Contract) {
        names = contract.roles.map { Naming.declared($0.name) }
    }

    /// `[Roles.support, Roles.admin]`, or the one role by itself, or `[]`.
    func set(_ bits: Contract.RoleBits) -> String {
        let members = names.indices.filter(bits.contains).map { "Roles.\(names[$0])" }
        return members.count == 1 ? members[0] : "[\(members.joined(separator: ", "))]"
    }
}
