/// The functions that a spec asks a person for, by the names that they have in Swift.
struct HookPlan {
    /// A hook of a resource: `ProfileBeforeUpdate`, kept as `profileBeforeUpdate`.
    struct Hook {
        let resource: Contract.Resource
        let moment: Spec.Hook.Moment
        let isRequired: Bool

        var protocolName: String { resource.typeName + Naming.type(moment.rawValue) }
        var member: String { Naming.member(resource.name + "_" + moment.rawValue) }
    }

    /// A function of its own: for a computed value, a validator, or the answer of an operation.
    struct Function {
        enum Kind { case computed(Contract.Resource), validator(Contract.Resource), call }

        let name: String
        let kind: Kind
        /// The type as a closure.
        let type: String
        /// Where the spec names it first: the field, or the operation.
        let owner: String

        var member: String { Naming.declared(name) }
    }

    let hooks: [Hook]
    /// Each once, in the order of the spec.
    let functions: [Function]

    init(_ contract: Contract) {
        hooks = contract.resources.flatMap { resource in
            resource.hooks.map { Hook(resource: resource, moment: $0.moment, isRequired: $0.isRequired) }
        }
        var functions: [Function] = []
        func add(_ function: Function) {
            guard !functions.contains(where: { $0.member == function.member }) else { return }
            functions.append(function)
        }
        for resource in contract.resources { Self.functions(of: resource).forEach(add) }
        for operation in contract.operations {
            if let function = Self.function(of: operation, contract) { add(function) }
        }
        self.functions = functions
    }

    var isEmpty: Bool { hooks.isEmpty && functions.isEmpty }
    /// Whether something must be written before the spec can be served.
    var isDemanding: Bool { hooks.contains(where: \.isRequired) || !functions.isEmpty }

    /// Those that the store of a resource calls, each once.
    static func functions(of resource: Contract.Resource) -> [Function] {
        var functions: [Function] = []
        for field in resource.fields {
            if case .function(let name, let arguments, _)? = field.computed {
                let types = arguments.map { resource.type(of: $0) }.joined(separator: ", ")
                let type = "@Sendable (\(types)) -> \(SwiftType.patch(field.type))?"
                functions.append(Function(name: name, kind: .computed(resource), type: type, owner: field.name))
            }
            if let name = field.validator {
                let type = "@Sendable (\(SwiftType.patch(field.type))) -> FieldIssue?"
                functions.append(Function(name: name, kind: .validator(resource), type: type, owner: field.name))
            }
        }
        var seen: Set<String> = []
        return functions.filter { seen.insert($0.member).inserted }
    }

    private static func function(of operation: Contract.Operation, _ contract: Contract) -> Function? {
        guard case .call(let call) = operation.kind else { return nil }
        let type = Naming.type(operation.resource)
        let argument =
            call.path.contains("{id}")
            ? "RecordCall<\(type), \(operation.inputType)>" : "Call<\(operation.inputType)>"
        return Function(
            name: operation.name, kind: .call,
            type: "@Sendable (\(argument)) async throws -> \(operation.outputType)", owner: operation.name)
    }
}

extension Contract.Resource {
    /// How a function by hand is given the field: its type in the model, with the model's name before it where that is needed.
    fileprivate func type(of name: String) -> String {
        guard let field = field(named: name) else { return "Never" }
        let type = SwiftType.model(field)
        return if case .choice = field.type { "\(typeName).\(type)?" } else { "\(type)?" }
    }
}
