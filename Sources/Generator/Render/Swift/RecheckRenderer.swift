/// The part of `Input.swift` that looks again at what a hook changed of a patch. It stands beside the rules, which are the
/// file's own.
struct RecheckRenderer {
    private let resource: Contract.Resource

    init(_ resource: Contract.Resource) {
        self.resource = resource
    }

    func render(_ source: inout SwiftSource) {
        let patch = resource.typeName + "Patch"
        source.block("extension \(resource.typeName)") { source in
            source.doc("Looks again at what a hook changed of a patch, by the rules of a body.")
            source.line(
                "static func recheck(_ patch: inout \(patch), since old: \(patch), by check: inout PatchCheck) {")
            source.indented { source in
                let once = resource.settable.filter { !$0.isUpdatable && $0.name != resource.key }
                let key = mask(resource.settable.filter { $0.name == resource.key })
                source.line("check.fix(\(key), once: \(mask(once)))")
                for field in resource.settable { look(at: field, &source) }
                if !resource.access.create.isEmpty {
                    for field in resource.settable where field.isRequired && !field.isGenerated {
                        let isPresent = "patch.\(Naming.member(field.name)).isPresent"
                        source.line("check.require(\(self.field(field)), isPresent: \(isPresent))")
                    }
                }
                checks(&source)
            }
            source.line("}")
        }
    }

    private func look(at field: Contract.Field, _ source: inout SwiftSource) {
        let member = Naming.member(field.name)
        let change = "\(self.field(field)), &patch.\(member), old.\(member)"
        if case .section = field.type {
            let read = "body throws(JSONError) in try read\(Naming.type(field.name))(&body)"
            return source.line("check.section(\(change)) { \(read) }")
        }
        let rule = RuleSpelling.use(of: field, resource)
        source.list("check.\(RuleSpelling.reader(field.type))(", [change, rule], ")")
    }

    /// Those whose fields all stand in the patch, when the hook wrote one of them.
    private func checks(_ source: inout SwiftSource) {
        let checks = resource.checks.compactMap { check in resource.settable(by: check).map { (check, $0) } }
        guard !checks.isEmpty else { return }
        source.line("guard check.isClean else { return }")
        for (check, fields) in checks {
            let given = fields.map { "patch.\(Naming.member($0.name)).isPresent" }
            source.block("if \((["check.wrote(\(mask(fields)))"] + given).joined(separator: ", "))") { source in
                source.list("check.check(", ["\"\(check.field)\"", check.verdictOfPatch], ")")
            }
        }
    }

    private func field(_ field: Contract.Field) -> String { "Fields.\(Naming.member(field.name)), \"\(field.name)\"" }

    private func mask(_ fields: [Contract.Field]) -> String {
        let masks = fields.map { "Fields.\(Naming.member($0.name))" }
        return masks.count == 1 ? masks[0] : "[\(masks.joined(separator: ", "))]"
    }
}

extension Contract.Resource {
    /// The fields that a patch has.
    var settable: [Contract.Field] { fields.filter { $0.isUpdatable || $0.isCreatable } }

    /// The fields of a check when a patch can have all of them.
    func settable(by check: Contract.Check) -> [Contract.Field]? {
        let names = check.expression.references.map(\.name)
        let fields = names.compactMap(field(named:))
        return fields.count == names.count && fields.allSatisfy { $0.isUpdatable || $0.isCreatable } ? fields : nil
    }

    /// Whether a hook may change what a body said.
    var hasChangingHooks: Bool { hooks.contains { $0.moment == .beforeCreate || $0.moment == .beforeUpdate } }
}

extension Contract.Check {
    /// The check as Swift over a patch that has its fields.
    var verdictOfPatch: String { ExpressionSwift { "patch.\(Naming.member($0.name)).value" }.text(expression) }
}
