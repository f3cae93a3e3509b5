/// Where the parts of a spec stand, by what they are called: `profile.bio.length`.
struct SpecPlaces {
    let path: String
    private var marks: [String: Mark] = [:]

    init(_ spec: Spec, path: String) {
        self.path = path
        marks["api"] = spec.api.name.mark
        marks["api.version"] = spec.api.version.mark
        marks["api.base"] = spec.api.base.mark
        marks["identity"] = spec.identity.claim.mark
        marks["roles"] = spec.roles.first?.name.mark
        marks["resources"] = spec.resources.first?.name.mark
        for role in spec.roles { marks["roles." + role.name.value] = role.name.mark }
        for resource in spec.resources { add(resource) }
        for operation in spec.operations {
            let name = "operations.\(operation.name.value)"
            marks[name] = operation.name.mark
            marks[name + ".allow"] = operation.allow.span?.start
            marks[name + ".from"] = operation.move?.from.first?.mark
            marks[name + ".to"] = operation.move?.to.mark
            for property in operation.input { add(property, to: name + ".input") }
            for problem in operation.problems { marks["\(name).problems.\(problem.code.value)"] = problem.code.mark }
        }
    }

    /// The place of `name`, or of the nearest thing around it that stands in the spec.
    func place(_ name: String) -> SpecChange.Place {
        var words = name.split(separator: ".", omittingEmptySubsequences: false)
        while !words.isEmpty {
            if let mark = marks[words.joined(separator: ".")] { return SpecChange.Place(path: path, mark: mark) }
            words.removeLast()
        }
        return SpecChange.Place(path: path, mark: marks["resources"] ?? .start)
    }

    private mutating func add(_ resource: Spec.Resource) {
        let name = resource.name.value
        marks[name] = resource.name.mark
        marks[name + ".path"] = resource.path.mark
        marks[name + ".key"] = resource.key.mark
        marks[name + ".if_match"] = resource.matchRule?.mark
        for (word, list) in [
            ("read", resource.allow.read), ("list", resource.allow.list), ("create", resource.allow.create),
            ("update", resource.allow.update), ("delete", resource.allow.delete),
        ] {
            marks["\(name).allow.\(word)"] = list.span?.start
        }
        for problem in resource.problems { marks["\(name).problems.\(problem.code.value)"] = problem.code.mark }
        for field in resource.fields { add(field, to: name) }
        for stamp in [resource.timestamps.created, resource.timestamps.updated].compactMap({ $0 }) {
            marks["\(name).\(stamp.value)"] = stamp.mark
        }
        for section in resource.sections {
            marks["\(name).\(section.name.value)"] = section.name.mark
            for property in section.properties { add(property, to: "\(name).\(section.name.value)") }
        }
        for condition in resource.fields.compactMap(\.condition) + resource.conditions {
            marks["\(name).check.\(condition.name.value)"] = condition.expression.mark
        }
        if let list = resource.list {
            marks[name + ".list"] = list.sort.first?.mark
            for key in list.sort {
                marks["\(name).list.\((key.value.isDescending ? "-" : "") + key.value.field)"] = key.mark
            }
            marks[name + ".list.default"] = list.defaultLimit.mark
            marks[name + ".list.max"] = list.maximumLimit.mark
        }
        if let visibility = resource.visibility {
            marks[name + ".visibility"] = visibility.levels.first?.mark
            for level in visibility.levels { marks["\(name).visibility.levels.\(level.value)"] = level.mark }
            for choice in visibility.defaults {
                marks["\(name).visibility.\(choice.field.value)"] = choice.level.mark
            }
        }
    }

    private mutating func add(_ field: Spec.Field, to resource: String) {
        let name = "\(resource).\(field.name.value)"
        marks[name] = field.name.mark
        marks[name + ".read"] = field.read.span?.start
        marks[name + ".write"] = field.write.span?.start
        marks[name + ".unique"] = field.unique?.mark
        marks[name + ".deprecated"] = field.deprecation?.mark
        marks[name + ".was"] = field.formerNames.first?.name.mark
        marks[name + ".ref"] = field.reference?.mark
        marks[name + ".on_delete"] = field.onDelete?.mark
        marks[name + ".search"] = field.search?.mark
        for word in field.filter { marks["\(name).filter.\(word.value.rawValue)"] = word.mark }
        marks[name + ".filter"] = field.filter.first?.mark
        add(field.type, field.rules, field.defaultValue, to: name)
    }

    private mutating func add(_ property: Spec.Property, to owner: String) {
        let name = "\(owner).\(property.name.value)"
        marks[name] = property.name.mark
        add(property.type, property.rules, property.defaultValue, to: name)
    }

    private mutating func add(
        _ type: Located<Spec.FieldType>, _ rules: Spec.Rules, _ standard: Located<Spec.Literal>?, to name: String
    ) {
        marks[name + ".type"] = type.mark
        marks[name + ".default"] = standard?.mark
        marks[name + ".length"] = rules.length?.mark
        marks[name + ".min"] = rules.minimum?.mark
        marks[name + ".max"] = rules.maximum?.mark
        marks[name + ".pattern"] = rules.pattern?.mark
        marks[name + ".normalise"] = rules.normalise.first?.mark
        switch type.value {
        case .enumeration(let enumeration):
            for value in enumeration.values { marks["\(name).of.\(value.value)"] = value.mark }
            marks[name + ".of"] = enumeration.values.first?.mark
            marks[name + ".open"] = enumeration.open?.mark
            marks[name + ".initial"] = enumeration.initial.first?.mark
            for step in enumeration.transitions ?? [] {
                marks["\(name).transitions.\(step.from.value)"] = step.from.mark
            }
        case .json(let shape):
            for property in shape { add(property, to: name) }
        default: break
        }
    }
}
