/// `Hooks.swift`: what a person writes to a spec, as protocols and function types.
enum HooksFile {
    static func render(_ contract: Contract) -> String {
        let plan = HookPlan(contract)
        var source = SwiftSource(imports: ["NIOCore", "Runtime"])
        for hook in plan.hooks {
            source.line()
            protocolOf(hook, &source)
        }
        for resource in contract.resources where resource.hasHandWork(contract) {
            source.line()
            model(resource, &source)
        }
        for resource in contract.resources where !resource.problems.isEmpty {
            source.line()
            source.block("extension \(resource.typeName)") { source in
                let comment = "What the hooks of `\(resource.name)` may refuse a change with."
                RefusalRenderer.render(resource.problems, "Refusal", comment, &source)
            }
        }
        source.line()
        whole(plan, &source)
        for resource in contract.resources where resource.isHooked {
            source.line()
            hooks(of: resource, plan, &source)
        }
        return source.text
    }

    private static func protocolOf(_ hook: HookPlan.Hook, _ source: inout SwiftSource) {
        let type = hook.resource.typeName
        source.doc(Self.comment(hook))
        source.block("package protocol \(hook.protocolName): Sendable") { source in
            switch hook.moment {
            case .beforeCreate: source.line("func beforeCreate(_ change: inout BeforeCreate<\(type)>) async throws")
            case .beforeUpdate: source.line("func beforeUpdate(_ change: inout BeforeUpdate<\(type)>) async throws")
            case .beforeDelete: source.line("func beforeDelete(_ change: inout BeforeDelete<\(type)>) async throws")
            case .afterCommit: source.line("func afterCommit(_ change: Committed<\(type)>) async throws")
            }
        }
    }

    private static func comment(_ hook: HookPlan.Hook) -> String {
        switch hook.moment {
        case .beforeCreate: "Looks at a new `\(hook.resource.name)`, and changes or refuses it."
        case .beforeUpdate: "Looks at a change of a `\(hook.resource.name)`, and changes or refuses it."
        case .beforeDelete: "Looks at a `\(hook.resource.name)` before it is deleted, and may keep it."
        case .afterCommit: "Is told of each change of a `\(hook.resource.name)` after it was made."
        }
    }

    private static func model(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let type = resource.typeName
        let functions = HookPlan.functions(of: resource)
        guard !functions.isEmpty else { return source.line("extension \(type): RecordModel {}") }
        source.block("extension \(type): RecordModel") { source in
            source.doc("Functions by hand. Each gives the same for the same argument, whenever it is asked.")
            source.block("package struct Functions: Sendable") { source in
                for function in functions { source.line("package var \(function.member): \(function.type)") }
                source.line()
                initialiser(functions.map { ($0.member, "@escaping " + $0.type, false) }, &source)
            }
            computed(resource, &source)
            validators(resource, &source)
        }
    }

    private static func computed(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard resource.fields.contains(where: { $0.function != nil }) else { return }
        let columns = RecordColumns(resource)
        source.line()
        source.line("package static func writeComputed(")
        source.line("    _ fields: FieldMask, of row: Row, with functions: Functions, to json: inout JSONWriter")
        source.block(")") { source in
            for field in resource.fields {
                guard field.function != nil else { continue }
                source.block("if fields.contains(Fields.\(Naming.member(field.name)))") { source in
                    source.line("json.key(\"\(field.name)\")")
                    computedValue(field, resource, columns, &source)
                }
            }
        }
    }

    /// Writes what the function by hand makes of the record's columns.
    static func computedValue(
        _ field: Contract.Field, _ resource: Contract.Resource, _ columns: RecordColumns, _ source: inout SwiftSource
    ) {
        guard case .function(let name, let arguments, _)? = field.computed else { return }
        let values = arguments.compactMap { argument in
            resource.bit(of: argument).map { SwiftType.decode(resource.fields[$0], columns.fields[$0]) }
        }
        source.list("let value = functions.\(Naming.member(name))(", values, ")")
        source.line("json.orNull(value) { $0.\(FormFile.writer(field.type))($1) }")
    }

    private static func validators(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let fields = resource.fields.filter { $0.validator != nil }
        guard !fields.isEmpty else { return }
        source.line()
        let patch = resource.typeName + "Patch"
        source.line("package static var hasValidators: Bool { true }")
        source.line()
        source.block("package static func issues(in patch: \(patch), with functions: Functions) -> [Issue]") { source in
            source.line("var issues: [Issue] = []")
            for field in fields {
                let call = "functions.\(Naming.member(field.validator ?? ""))"
                source.line("issues.add(\(call), patch.\(Naming.member(field.name)), at: \"/\(field.name)\")")
            }
            source.line("return issues")
        }
    }

    private static func whole(_ plan: HookPlan, _ source: inout SwiftSource) {
        source.doc("All that a person writes to the spec.")
        source.block("package struct Hooks: Sendable") { source in
            for hook in plan.hooks {
                let type = "any \(hook.protocolName)"
                source.line("package var \(hook.member): \(hook.isRequired ? type : "(\(type))?")")
            }
            for function in plan.functions { source.line("package var \(function.member): \(function.type)") }
            if !plan.isEmpty { source.line() }
            let hooks = plan.hooks.map { hook in
                (
                    hook.member, hook.isRequired ? "any \(hook.protocolName)" : "(any \(hook.protocolName))?",
                    !hook.isRequired
                )
            }
            initialiser(hooks + plan.functions.map { ($0.member, "@escaping " + $0.type, false) }, &source)
        }
    }

    private static func initialiser(
        _ members: [(name: String, type: String, isOptional: Bool)], _ source: inout SwiftSource
    ) {
        guard !members.isEmpty else { return source.line("package init() {}") }
        source.list("package init(", members.map { "\($0.name): \($0.type)\($0.isOptional ? " = nil" : "")" }, ") {")
        source.indented { source in
            for member in members { source.line("self.\(member.name) = \(member.name)") }
        }
        source.line("}")
    }

    /// What the store of a resource calls.
    private static func hooks(of resource: Contract.Resource, _ plan: HookPlan, _ source: inout SwiftSource) {
        let type = resource.typeName
        let functions = HookPlan.functions(of: resource)
        source.block("extension Hooks") { source in
            source.doc("What the store of `\(resource.name)` calls.")
            source.block("package var of\(type): RecordHooks<\(type)>") { source in
                let arguments = functions.map { "\(Naming.member($0.name)): \($0.member)" }.joined(separator: ", ")
                let made = functions.isEmpty ? "NoFunctions()" : "\(type).Functions(\(arguments))"
                let own = plan.hooks.filter { $0.resource.name == resource.name }
                source.line("\(own.isEmpty ? "let" : "var") hooks = RecordHooks<\(type)>(functions: \(made))")
                for hook in own { assign(hook, &source) }
                if resource.hasChangingHooks {
                    source.line("hooks.present = \(type).present")
                    source.line("hooks.recheck = \(type).recheck")
                }
                source.line("return hooks")
            }
        }
        guard resource.hasChangingHooks else { return }
        source.line()
        source.block("extension \(type)") { source in
            source.doc("The fields that a patch names.")
            source.block("static func present(in patch: \(type)Patch) -> FieldMask") { source in
                source.line("var fields: FieldMask = []")
                for field in resource.settable {
                    let member = Naming.member(field.name)
                    source.line("if patch.\(member).isPresent { fields.formUnion(Fields.\(member)) }")
                }
                source.line("return fields")
            }
        }
    }

    private static func assign(_ hook: HookPlan.Hook, _ source: inout SwiftSource) {
        let call =
            switch hook.moment {
            case .beforeCreate: "hooks.beforeCreate = { try await \(hook.member).beforeCreate(&$0) }"
            case .beforeUpdate: "hooks.beforeUpdate = { try await \(hook.member).beforeUpdate(&$0) }"
            case .beforeDelete: "hooks.beforeDelete = { try await \(hook.member).beforeDelete(&$0) }"
            case .afterCommit: "hooks.afterCommit = { try await \(hook.member).afterCommit($0) }"
            }
        if hook.isRequired {
            source.line("let \(hook.member) = self.\(hook.member)")
            source.line(call)
        } else {
            source.block("if let \(hook.member)") { $0.line(call) }
        }
    }
}

extension Contract.Resource {
    /// Whether the resource's store calls something that a person wrote.
    var isHooked: Bool { !hooks.isEmpty || fields.contains { $0.function != nil || $0.validator != nil } }

    /// Whether a person's code sees records of the resource.
    func hasHandWork(_ contract: Contract) -> Bool {
        isHooked || contract.operations.contains { $0.resource == name && !$0.isMove }
    }
}
