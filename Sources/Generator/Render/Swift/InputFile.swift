/// `Input.swift`: from a body to a patch. Each field is read by its rule, and all that is wrong is collected.
enum InputFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["Runtime"])
        for resource in contract.resources {
            source.line()
            rules(resource, &source)
            source.line()
            source.block("extension \(resource.typeName)") { source in
                read(resource, &source)
                source.line()
                bind(resource, &source)
                key(resource, &source)
                steps(resource, &source)
                sections(resource, &source)
            }
            guard resource.hasChangingHooks else { continue }
            source.line()
            RecheckRenderer(resource).render(&source)
        }
        return source.text
    }

    // MARK: Rules

    private static func rules(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        source.block("private enum \(resource.typeName)Rules") { source in
            for field in resource.settable {
                if case .section(let properties) = field.type {
                    source.block("enum \(Naming.type(field.name))") { source in
                        for property in properties {
                            rule(property.name, property.type, nullable: true, &source)
                        }
                    }
                } else {
                    // A required field is never null, nor is one whose column has a default for those who say nothing.
                    let nullable = !field.isRequired && field.standard == nil
                    rule(field.name, field.type, nullable: nullable, steps: field.transitions, &source)
                }
            }
        }
    }

    private static func rule(
        _ name: String, _ type: Contract.FieldType, nullable: Bool, steps: Contract.Transitions? = nil,
        _ source: inout SwiftSource
    ) {
        var (head, arguments) = RuleSpelling.parts(type, nullable: nullable)
        if let steps { arguments += RuleSpelling.steps(steps) }
        source.list("static let \(Naming.declared(name)) = \(head)(", arguments, ")")
    }

    // MARK: Bodies

    private static func read(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let settable = resource.settable
        let patch = "\(resource.typeName)Patch"
        let head = "package static func read(_ body: inout BodyReader) throws(JSONError) -> \(patch)"
        source.block(head) { source in
            source.line("\(settable.isEmpty ? "let" : "var") patch = \(patch)()")
            source.line("guard try body.beginObject() else { return patch }")
            source.block("while let name = try body.nextName()") { source in
                source.line("switch name {")
                for field in settable { source.line("case \"\(field.name)\": \(assignment(field, resource))") }
                source.line("default: try body.unknownField(known: facts.fieldNames)")
                source.line("}")
            }
            for field in settable where field.isRequired && !field.isGenerated {
                source.line("body.require(Fields.\(Naming.member(field.name)), \"\(field.name)\")")
            }
            for check in resource.checks { self.check(check, resource, &source) }
            source.line("return patch")
        }
    }

    /// A check whose fields all stand in the body is told with everything else that is wrong in it; Postgres tells others.
    private static func check(_ check: Contract.Check, _ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard let fields = resource.settable(by: check) else { return }
        let given = fields.map { "patch.\(Naming.member($0.name)).isPresent" }.joined(separator: ", ")
        source.block("if \(given)") { source in
            source.list(
                "body.check(",
                ["\"\(check.field)\"", SwiftLiteral.quoted(check.message), check.verdictOfPatch], ")")
        }
    }

    private static func assignment(_ field: Contract.Field, _ resource: Contract.Resource) -> String {
        let member = Naming.member(field.name)
        if case .section = field.type {
            return "patch.\(member) = try read\(Naming.type(field.name))(&body)"
        }
        let rule = RuleSpelling.use(of: field, resource)
        return "patch.\(member) = try body.\(RuleSpelling.reader(field.type))(Fields.\(member), \(rule))"
    }

    private static func sections(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard !resource.sections.isEmpty else { return }
        let patch = "\(resource.typeName)Patch"
        source.line()
        source.line("package static func readSection(")
        source.line("    _ section: FieldMask, _ body: inout BodyReader")
        source.block(") throws(JSONError) -> \(patch)") { source in
            source.line("var patch = \(patch)()")
            source.line("switch section {")
            for (_, field) in resource.sections {
                let member = Naming.member(field.name)
                source.line("case Fields.\(member): patch.\(member) = try read\(Naming.type(field.name))(&body)")
            }
            source.line("default: break")
            source.line("}")
            source.line("return patch")
        }
        for (_, field) in resource.sections {
            guard case .section(let properties) = field.type else { continue }
            source.line()
            section(field, properties, resource, &source)
        }
    }

    private static func section(
        _ field: Contract.Field, _ properties: [Contract.Property], _ resource: Contract.Resource,
        _ source: inout SwiftSource
    ) {
        let type = Naming.type(field.name)
        source.line("private static func read\(type)(")
        source.line("    _ body: inout BodyReader")
        source.block(") throws(JSONError) -> Change<SectionPatch>") { source in
            source.line("try body.section(Fields.\(Naming.member(field.name))) { body, section throws(JSONError) in")
            source.indented { source in
                source.line("typealias Rules = \(resource.typeName)Rules.\(type)")
                source.block("while let name = try body.nextName()") { source in
                    source.line("switch name {")
                    for property in properties {
                        let rule = "Rules.\(Naming.member(property.name))"
                        let reader = RuleSpelling.reader(property.type)
                        source.line(
                            "case \"\(property.name)\": try body.\(reader)(\"\(property.name)\", \(rule), into: &section)"
                        )
                    }
                    let known = properties.map { "\"\($0.name)\"" }.joined(separator: ", ")
                    source.line("default: try body.unknownField(known: [\(known)])")
                    source.line("}")
                }
            }
            source.line("}")
        }
    }

    // MARK: Parameters

    private static func bind(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let patch = "\(resource.typeName)Patch"
        func body(_ name: String, _ fields: [Contract.Field]) {
            source.block("package static func \(name)(_ patch: \(patch), to parameters: inout Parameters)") { source in
                for field in fields {
                    source.line(
                        "parameters.\(parameter(field.type, isUpdate: name == "bind"))(patch.\(Naming.member(field.name)))"
                    )
                }
            }
        }
        body("bind", resource.fields.filter(\.isUpdatable))
        guard !resource.access.create.isEmpty else { return }
        source.line()
        body("bindNew", resource.fields.filter { $0.isCreatable && $0.name != resource.key })
    }

    /// The key that the body which makes a record names.
    private static func key(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard !resource.access.create.isEmpty, resource.field(named: resource.key) != nil else { return }
        let member = Naming.member(resource.key)
        source.line()
        source.block("package static func key(of patch: \(resource.typeName)Patch) -> RecordID?") { source in
            source.line("if case .value(let key) = patch.\(member) { key } else { nil }")
        }
    }

    /// The values that a body sets of enums whose values follow one another.
    private static func steps(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let stepped = resource.stepped
        guard !stepped.isEmpty else { return }
        let columns = RecordColumns(resource)
        source.line()
        source.block("package static func steps(of patch: \(resource.typeName)Patch) -> [StateStep]") { source in
            let steps = stepped.map { field, _ in
                let member = Naming.member(field.name)
                let column = columns.column(of: field.name, in: resource)
                return
                    "StateStep(\"\(field.name)\", column: \(column), to: patch.\(member), \(resource.typeName)Rules.\(member))"
            }
            source.list("[", steps, "]")
        }
    }

    private static func parameter(_ type: Contract.FieldType, isUpdate: Bool) -> String {
        switch type {
        case .text, .choice: "text"
        case .integer: "int8"
        case .decimal: "numeric"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .datetime: "timestamp"
        case .uuid: "uuid"
        case .duration: "interval"
        case .list: "jsonb"
        case .json, .map, .entries: isUpdate ? "merged" : "jsonb"
        case .section: "section"
        case .serial: "int4"
        }
    }
}
