extension Contract {
    /// The meaning of a spec within the limits. Made before the checks, some of which look at it: it is one to go by only
    /// when they have found no error.
    package init(_ spec: Spec) {
        self.name = spec.api.name.value
        self.base = spec.api.base.value
        self.version = spec.api.version.value
        self.identity = Identity(
            table: spec.identity.table.value, key: spec.identity.key.value, claim: spec.identity.claim.value)
        self.roles = spec.roles.map(Role.init)
        self.resources = []
        self.removed = spec.removed.map {
            RemovedResource(name: $0.name.value, table: $0.table.value, since: $0.since.value)
        }
        let maker = ResourceMaker(spec: spec, roles: roles)
        self.resources = spec.resources.map(maker.make)
        self.operations = spec.operations.map(maker.make)
    }
}

extension Contract.Problem {
    fileprivate init(_ problem: Spec.Problem) {
        self.init(code: problem.code.value, status: problem.status.value, title: problem.title.value)
    }
}

extension Contract.Role {
    fileprivate init(_ role: Spec.Role) {
        self.name = role.name.value
        self.kind =
            switch role.kind {
            case .anyone: .anyone
            case .token: .token
            case .owner(let field): .owner(field: field.value)
            case .claim(let word): .claim(word.value)
            }
    }
}

/// Makes the resources of a contract, which refer to roles and to each other.
private struct ResourceMaker {
    let spec: Spec
    let roles: [Contract.Role]

    func make(_ resource: Spec.Resource) -> Contract.Resource {
        let access = access(resource.allow)
        var made = Contract.Resource(
            name: resource.name.value, description: resource.description?.value, table: resource.table.value,
            path: resource.path.value, key: resource.key.value, onePer: resource.onePer?.value, access: access,
            version: resource.version?.value ?? "row_version",
            requiresMatch: resource.matchRule != nil, created: resource.timestamps.created?.value,
            updated: resource.timestamps.updated?.value, fields: [], internalFields: [],
            visibility: resource.visibility.flatMap { visibility($0, of: resource) }, list: resource.list.map(list),
            cache: resource.cache.map {
                Contract.Cache(lifetime: $0.ttl.value.seconds, negative: $0.negative?.value.seconds ?? 0)
            },
            removed: resource.removed.map {
                Contract.RemovedField(name: $0.name.value, column: $0.column.value, since: $0.since.value)
            })
        for field in resource.fields {
            if field.isInternal {
                made.internalFields.append(self.field(field))
            } else {
                var shown = computed(field, of: resource)
                shown.isOpen = field.type.value.isOpen
                made.fields.append(shown)
            }
        }
        if made.generatesKey, let key = made.bit(of: made.key) { made.fields[key].isGenerated = true }
        made.fields += resource.sections.map { section($0, of: resource) }
        if resource.sections.isEmpty {
            made.fields += [made.created, made.updated].compactMap { $0 }.map { timestamp($0, of: resource, access) }
        }
        made.hooks = resource.hooks.map { .init(moment: $0.moment, isRequired: $0.demand.value == .required) }
        made.problems = resource.problems.map(Contract.Problem.init)
        made.checks = resource.allConditions.compactMap { check($0, of: resource) }
        return made
    }

    func make(_ operation: Spec.Operation) -> Contract.Operation {
        let resource = spec.resources.first { $0.name.value == operation.resource.value }
        return Contract.Operation(
            name: operation.name.value, description: operation.description?.value, resource: operation.resource.value,
            kind: kind(of: operation, on: resource), allow: bits(operation.allow), input: operation.input.map(property),
            bulk: operation.bulk?.value ?? false, problems: operation.problems.map(Contract.Problem.init))
    }

    private func kind(of operation: Spec.Operation, on resource: Spec.Resource?) -> Contract.Operation.Kind {
        if let move = operation.move {
            let field = move.field ?? resource?.stateField?.name
            return .move(field: field?.value ?? "", from: move.from.map(\.value), to: move.to.value)
        }
        let segment = Contract.Operation.segment(operation.name.value)
        return .call(
            Contract.Operation.Call(
                method: operation.method?.value ?? .post,
                path: operation.path?.value ?? "\(resource?.path.value ?? "")/{id}/\(segment)",
                output: operation.output?.properties.map(property)))
    }

    /// The field, and how it is computed where it is.
    private func computed(_ field: Spec.Field, of resource: Spec.Resource) -> Contract.Field {
        var made = self.field(field)
        made.validator = field.validator?.value
        if case .enumeration(let enumeration) = field.type.value {
            made.transitions = Contract.Transitions(enumeration, standard: field.defaultValue?.value)
        }
        switch field.computed {
        case .function(let function):
            let arguments = function.arguments.map(\.value)
            made.computed = .function(function.name.value, of: arguments, revision: function.revision)
        case .expression(let text):
            // What is wrong with it, the checker has said.
            let silent = Findings(SpecSource(path: "", bytes: []))
            made.computed = ComputedCheck.compile(text, field, resource, silent).map(Contract.Computed.expression)
        case nil: break
        }
        if made.computed != nil { made.isAutomatic = true }
        return made
    }

    private func field(_ field: Spec.Field) -> Contract.Field {
        Contract.Field(
            name: field.name.value, description: field.description?.value, column: field.column.value,
            type: type(field.type.value, field.rules), isRequired: !field.isOptional && field.defaultValue == nil,
            standard: field.defaultValue?.value, unique: field.unique?.value, reference: reference(field),
            isImmutable: field.isImmutable, read: bits(field.read), visibility: field.read.visibilities.first?.value,
            write: bits(field.write), filter: operators(field), isSortable: field.isSortable,
            search: field.search?.value, completion: field.completion?.value ?? 0, personal: field.personal?.value,
            deprecation: field.deprecation.map { deprecation($0.value) }, isGenerated: false,
            isAutomatic: field.type.value == .serial,
            erasure: field.erasure.map {
                Contract.Erasure(
                    action: $0.action.value, basis: $0.basis?.value, until: $0.until?.value.seconds)
            },
            formerNames: field.formerNames.map(formerName), label: field.label?.value)
    }

    private func formerName(_ name: Spec.FormerName) -> Contract.FormerName {
        let version = spec.api.version.value
        var former = Contract.FormerName(
            name: name.name.value, since: name.since?.value ?? version, sunset: name.sunset?.value, isOver: false)
        former.isOver = former.isOver(in: version)
        return former
    }

    private func deprecation(_ deprecation: Spec.Deprecation) -> Contract.Deprecation {
        Contract.Deprecation(
            since: deprecation.since?.value, sunset: deprecation.sunset?.value, use: deprecation.use?.value)
    }

    private func reference(_ field: Spec.Field) -> Contract.Reference? {
        switch field.reference?.value {
        case nil: nil
        case .identity: .identity
        case .resource(let name): .resource(name, onDelete: field.onDelete?.value ?? .restrict)
        }
    }

    /// In the language's order, so that the spec's has no meaning.
    private func operators(_ field: Spec.Field) -> [Spec.FilterOperator] {
        let asked = field.filter.map(\.value)
        return Spec.FilterOperator.allCases.filter(asked.contains)
    }

    /// A column of the database's own; who may read the record may read it.
    private func timestamp(_ name: String, of resource: Spec.Resource, _ access: Contract.Access) -> Contract.Field {
        let sortable = resource.list?.sort.contains { $0.value.field == name } ?? false
        return Contract.Field(
            name: name, description: nil, column: name, type: .datetime, isRequired: false, standard: nil, unique: nil,
            reference: nil, isImmutable: true, read: access.read, visibility: nil, write: .init(), filter: [],
            isSortable: sortable, search: nil, completion: 0, personal: nil, isGenerated: false, isAutomatic: true)
    }

    /// Who may read or update the resource may read or update its sections, but for one: where owners choose who sees
    /// their fields, only they may choose.
    private func section(_ section: Spec.Section, of resource: Spec.Resource) -> Contract.Field {
        let holdsChoices = spec.resources.contains {
            $0.name.value == resource.onePer?.value && $0.visibility?.setting.section.value == section.name.value
        }
        return Contract.Field(
            name: section.name.value, description: nil, column: section.name.value,
            type: .section(section.properties.map(property)), isRequired: false, standard: nil, unique: nil,
            reference: nil, isImmutable: false, read: bits(resource.allow.read), visibility: nil,
            write: holdsChoices ? ownBits(resource.key) : bits(resource.allow.update), filter: [], isSortable: false,
            search: nil,
            completion: 0, personal: nil, isGenerated: false, isAutomatic: false)
    }

    private func property(_ property: Spec.Property) -> Contract.Property {
        Contract.Property(
            name: property.name.value, description: property.description?.value,
            type: type(property.type.value, property.rules),
            isRequired: !property.isOptional && property.defaultValue == nil, standard: property.defaultValue?.value,
            isOpen: property.type.value.isOpen)
    }

    /// `nil` for one that the checker refuses.
    private func check(_ condition: Spec.Condition, of resource: Spec.Resource) -> Contract.Check? {
        let silent = Findings(SpecSource(path: "", bytes: []))
        guard let expression = condition.compiled(in: resource, silent),
            let field = condition.place?.value ?? Self.place(of: expression, in: resource)
        else { return nil }
        return Contract.Check(
            name: condition.name.value, expression: expression,
            message: condition.message?.value ?? "must hold: \(condition.expression.value)", field: field)
    }

    /// The first field that an expression names and a body can, too.
    private static func place(of expression: TypedExpression, in resource: Spec.Resource) -> String? {
        let names = expression.references.map(\.name)
        return names.first { resource.field(named: $0)?.isInternal == false } ?? names.first
    }

    private func access(_ allow: Spec.Allow) -> Contract.Access {
        Contract.Access(
            read: bits(allow.read), list: bits(allow.list), create: bits(allow.create), update: bits(allow.update),
            delete: bits(allow.delete))
    }

    private func bits(_ list: Spec.AccessList) -> Contract.RoleBits {
        var bits = Contract.RoleBits()
        for name in list.roles {
            if let bit = roles.firstIndex(where: { $0.name == name.value }) { bits.insert(bit) }
        }
        return bits
    }

    /// The roles of those whom the key of a record names.
    private func ownBits(_ key: Located<String>) -> Contract.RoleBits {
        var bits = Contract.RoleBits()
        for (bit, role) in roles.enumerated() where role.kind == .owner(field: key.value) { bits.insert(bit) }
        return bits
    }

    private func list(_ list: Spec.List) -> Contract.List {
        Contract.List(
            orders: list.sort.map { .init(field: $0.value.field, isDescending: $0.value.isDescending) },
            standardLimit: list.defaultLimit.value, maximumLimit: list.maximumLimit.value)
    }

    private func visibility(_ visibility: Spec.Visibility, of resource: Spec.Resource) -> Contract.Visibility? {
        let levels = visibility.levels.map { level in
            var admits = ownBits(resource.key)
            if let bit = roles.firstIndex(where: { $0.name == level.value }) { admits.insert(bit) }
            return Contract.Visibility.Level(name: level.value, admits: admits)
        }
        let choices = visibility.defaults.map { choice in
            Contract.Visibility.Choice(
                field: choice.field.value, standard: levels.firstIndex { $0.name == choice.level.value } ?? 0)
        }
        let section = visibility.setting.section.value
        let parts = spec.resources.filter { $0.onePer?.value == resource.name.value }
        guard let holder = parts.first(where: { $0.sections.contains { $0.name.value == section } }) else { return nil }
        return Contract.Visibility(
            levels: levels, choices: choices, resource: holder.name.value, section: section,
            key: visibility.setting.key.value)
    }
}

extension ResourceMaker {
    private func type(_ type: Spec.FieldType, _ rules: Spec.Rules) -> Contract.FieldType {
        switch type {
        case .string: .text(text(.line, rules, type))
        case .text: .text(text(.text, rules, type))
        case .slug: .text(text(.slug, rules, type))
        case .email: .text(text(.email, rules, type))
        case .phone: .text(text(.phone, rules, type))
        case .url: .text(text(.url, rules, type))
        case .country: .text(text(.country, rules, type))
        case .language: .text(text(.language, rules, type))
        case .timezone: .text(text(.timezone, rules, type))
        case .int: .integer(minimum: integer(rules.minimum), maximum: integer(rules.maximum))
        case .decimal(let precision, let scale):
            .decimal(
                precision: precision, scale: scale, minimum: digits(rules.minimum), maximum: digits(rules.maximum))
        case .bool: .bool
        case .date: .date
        case .time: .time
        case .datetime: .datetime
        case .uuid: .uuid
        case .serial: .serial
        case .enumeration(let enumeration): .choice(enumeration.values.map(\.value))
        case .json(let shape): .json(shape.map(property))
        case .duration: .duration(minimum: length(rules.minimum), maximum: length(rules.maximum))
        case .list(let item, let isSet):
            .list(
                of: self.type(item.type.value, item.rules), minimum: integer(rules.minimum) ?? 0,
                maximum: integer(rules.maximum) ?? Spec.FieldType.usualItems, isSet: isSet)
        case .entries(let entries):
            .entries(
                keys: entries.pattern.map { .pattern($0.value) } ?? .words((entries.words ?? []).map(\.value)),
                of: self.type(entries.value.type.value, entries.value.rules), minimum: integer(rules.minimum) ?? 0,
                maximum: integer(rules.maximum) ?? Spec.FieldType.usualItems)
        case .map(let map): .map(keys: keys(map.keys), values: words(map.values))
        }
    }

    private func text(
        _ format: Contract.TextRules.Format, _ rules: Spec.Rules, _ type: Spec.FieldType
    ) -> Contract.TextRules {
        let normalise = rules.normalise.map(\.value)
        let maximum = type.textLimits?.usual ?? 0
        return Contract.TextRules(
            format: format, minimum: rules.length?.value.minimum ?? 0, maximum: rules.length?.value.maximum ?? maximum,
            pattern: rules.pattern?.value, trim: normalise.contains(.trim), lower: normalise.contains(.lower),
            nfc: normalise.contains(.nfc), isBounded: rules.length?.value.maximum != nil)
    }

    private func integer(_ literal: Located<Spec.Literal>?) -> Int? {
        if case .integer(let value) = literal?.value { value } else { nil }
    }

    private func length(_ literal: Located<Spec.Literal>?) -> Int? {
        if case .string(let text) = literal?.value { DurationText.microseconds(text) } else { nil }
    }

    private func digits(_ literal: Located<Spec.Literal>?) -> String? {
        switch literal?.value {
        case .integer(let value): String(value)
        case .decimal(let text): text
        default: nil
        }
    }

    private func keys(_ domain: Spec.Map.Domain) -> [Contract.MapKey] {
        guard case .visibilityFields(let name) = domain, let visibility = visibility(of: name.value) else { return [] }
        return visibility.defaults.map { Contract.MapKey(name: $0.field.value, standard: $0.level.value) }
    }

    private func words(_ domain: Spec.Map.Domain) -> [String] {
        guard case .visibilityLevels(let name) = domain, let visibility = visibility(of: name.value) else { return [] }
        return visibility.levels.map(\.value)
    }

    private func visibility(of resource: String) -> Spec.Visibility? {
        spec.resources.first { $0.name.value == resource }?.visibility
    }
}
