/// `HookWitness.swift`: binds what a person wrote to the spec that asks for it. It belongs to the target that the person writes
/// in. What is missing there is an error of the compiler at the line of the spec.
enum WitnessFile {
    /// The type that the person's functions are of.
    static let own = "APIHooks"

    /// - Parameters:
    ///   - path: of the spec, from the package's folder.
    ///   - module: that the API was generated into; `nil` for the target's own.
    static func render(_ spec: Spec, path: String, module: String?) -> String {
        let contract = Contract(spec)
        let plan = HookPlan(contract)
        guard !plan.isEmpty else {
            var source = SwiftSource(imports: [module].compactMap { $0 })
            source.line()
            source.line("// The spec asks for nothing that is written by hand.")
            if let module { source.line("let api = \(module).api") }
            return source.text
        }
        let buffers = plan.functions.contains { $0.type.contains("ByteBuffer") } ? "NIOCore" : nil
        var source = SwiftSource(imports: [module, buffers, "Runtime"].compactMap { $0 })
        source.line()
        source.doc("What the spec asks for, as `\(own)` has it.")
        source.line("private func hooks(of own: \(own)) -> Hooks {")
        for hook in plan.hooks {
            let type = "any \(hook.protocolName)"
            guard hook.isRequired else {
                source.line("    let \(hook.member): (\(type))? = optionalHook(own)")
                continue
            }
            at(line(of: hook, spec), path, &source) { source in
                source.line("    let \(hook.member): \(type) = own  // \(hook.moment.rawValue): required")
            }
        }
        for function in plan.functions {
            at(line(of: function, spec), path, &source) { source in
                let isStatic = if case .call = function.kind { false } else { true }
                let base = isStatic ? own : "own"
                source.line("    let \(function.member): \(function.type) = \(base).\(function.member)")
            }
        }
        let members = plan.hooks.map(\.member) + plan.functions.map(\.member)
        source.indented { source in
            source.list("return Hooks(", members.map { "\(Naming.unquoted($0)): \($0)" }, ")")
        }
        source.line("}")
        source.line()
        source.doc("All that a server needs to serve the contract, what is written by hand among it.")
        // The function of another module has the name that the value here takes.
        let name = module == nil ? "handMadeAPI = api" : "api = \(module ?? "").api"
        source.line("let \(name)(with: hooks(of: \(own)()))")
        return source.text
    }

    private static func at(
        _ line: Int, _ path: String, _ source: inout SwiftSource, _ body: (inout SwiftSource) -> Void
    ) {
        source.line("#sourceLocation(file: \(SwiftLiteral.quoted(path)), line: \(line))")
        body(&source)
        source.line("#sourceLocation()")
    }

    private static func line(of hook: HookPlan.Hook, _ spec: Spec) -> Int {
        let resource = spec.resources.first { $0.name.value == hook.resource.name }
        let written = resource?.hooks.first { $0.moment == hook.moment }
        return written?.demand.mark.line ?? 1
    }

    /// That of the word which names the function, or of the operation that needs it.
    private static func line(of function: HookPlan.Function, _ spec: Spec) -> Int {
        if case .call = function.kind {
            let operation = spec.operations.first { $0.name.value == function.name }
            return (operation?.handler?.mark ?? operation?.name.mark)?.line ?? 1
        }
        for field in spec.resources.flatMap(\.fields) {
            if case .function(let made)? = field.computed, made.name.value == function.name {
                return made.name.mark.line
            }
            if let name = field.validator, name.value == function.name { return name.mark.line }
        }
        return 1
    }
}
