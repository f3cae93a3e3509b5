/// What words that are not served yet say of a field fits its type, and what else is said of it.
struct PlannedFieldsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            attributes(resource, findings)
            for field in resource.fields {
                encryption(of: field, resource, findings)
                if let mask = field.mask { self.mask(mask, field, spec, findings) }
            }
        }
        for planned in spec.planned {
            guard let resource = spec.resources.first(where: { $0.name.value == planned.resource?.value }) else {
                continue
            }
            for case .field(let mention) in planned.mentions where mention.audience == nil {
                named(mention.name, by: planned.word.value, resource, findings)
            }
        }
    }

    /// The attributes of SCIM, each of one field.
    private func attributes(_ resource: Spec.Resource, _ findings: Findings) {
        var first: [String: Located<String>] = [:]
        for attribute in resource.fields.compactMap(\.scim) {
            // Their names are the same in capital letters (RFC 7643 section 2.1).
            guard let other = first.updateValue(attribute, forKey: attribute.value.lowercased()) else { continue }
            findings.error(
                .nameUsedTwice, at: attribute.mark, "another field is `\(Words.shown(attribute.value))` already",
                help: "name another attribute, or remove one of them",
                notes: [Related("the other is here", at: other.mark)])
        }
    }

    /// The database compares keys and references, and reads what it counts or keeps a rule of.
    private func encryption(of field: Spec.Field, _ resource: Spec.Resource, _ findings: Findings) {
        guard let encryption = field.encryption else { return }
        let reason: String? =
            if field.name.value == resource.key.value {
                "a key stands in paths"
            } else if field.reference != nil {
                "the database compares what a field refers to"
            } else if field.condition != nil {
                "the database checks a condition of it"
            } else if field.type.value == .serial {
                "the database counts it"
            } else {
                nil
            }
        guard let reason else { return }
        findings.error(
            .contradiction, at: encryption.mark, "\(reason), so `\(field.name.value)` is not encrypted",
            help: "remove `encrypt`")
    }

    private func mask(_ mask: Spec.Mask, _ field: Spec.Field, _ spec: Spec, _ findings: Findings) {
        let forms = Self.forms(of: field.type.value)
        if field.typeIsKnown, !forms.contains(mask.form.value), Self.all.contains(mask.form.value) {
            findings.error(
                .ruleNeedsOtherType, at: mask.form.mark,
                "`\(mask.form.value)` says nothing about values of the type `\(field.type.value.word)`",
                help: forms.isEmpty ? "remove `mask`" : "write one of \(Words.list(forms))")
        }
        for name in mask.audience.roles {
            guard let role = spec.roles.first(where: { $0.name.value == name.value }), spec.admits(role, field.read)
            else {
                continue
            }
            findings.error(
                .contradiction, at: name.mark,
                "`\(name.value)` reads all of `\(field.name.value)`, and no mask hides it",
                help: "remove it here, or from its readers",
                notes: field.read.span.map { [Related("its readers are here", at: $0.start)] } ?? [])
        }
    }

    private static let all = ["domain", "first", "initials", "last", "year"]

    private static func forms(of type: Spec.FieldType) -> [String] {
        switch type {
        case .string, .text, .slug: ["first", "initials", "last"]
        case .email: ["domain", "first", "last"]
        case .url: ["domain"]
        case .phone: ["first", "last"]
        case .date, .datetime: ["year"]
        default: []
        }
    }

    /// A field that a word names beside its own.
    private func named(_ name: Located<String>, by word: String, _ resource: Spec.Resource, _ findings: Findings) {
        guard let field = resource.field(named: name.value), field.typeIsKnown else { return }
        switch word {
        case "retention" where field.type.value != .datetime && field.type.value != .date:
            findings.error(
                .ruleNeedsOtherType, at: name.mark,
                "a time is counted from a `datetime` or a `date`, and `\(name.value)` is \(field.type.value.word)",
                help: "name a timestamp, or another field")
        case "organization" where field.type.value != .uuid:
            findings.error(
                .ruleNeedsOtherType, at: name.mark,
                "an organization is named by its `uuid`, and `\(name.value)` is \(field.type.value.word)",
                help: "name a field with `type: uuid`")
        default: break
        }
    }
}
