/// `Operations.swift`: what the operations of the spec take, what they answer, and how they move records.
enum OperationsFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["NIOCore", "Runtime"])
        for operation in contract.operations {
            guard let resource = contract.resource(named: operation.resource) else { continue }
            if !operation.input.isEmpty {
                source.line()
                input(operation, &source)
            }
            switch operation.kind {
            case .move:
                source.line()
                move(operation, resource, contract, &source)
            case .call(let call):
                if let type = operation.refusalType {
                    source.line()
                    let comment = "What the function of `\(operation.name)` may refuse a request with."
                    RefusalRenderer.render(operation.problems, type, comment, &source)
                }
                guard let output = call.output else { continue }
                source.line()
                FormFile.model(output, operation.outputType, "What `\(operation.name)` answers.", &source)
                source.line()
                source.block("extension \(operation.outputType): OperationOutput") { source in
                    FormFile.writer(output, omitsNull: false, &source)
                }
            }
        }
        return source.text
    }

    private static func input(_ operation: Contract.Operation, _ source: inout SwiftSource) {
        FormFile.model(operation.input, operation.inputType, "What a body says to `\(operation.name)`.", &source)
        source.line()
        FormFile.rules(operation.input, operation.inputType, &source)
        source.line()
        source.block("extension \(operation.inputType): OperationInput") { source in
            FormFile.reader(operation.input, operation.inputType, &source)
            source.line()
            FormFile.writer(operation.input, omitsNull: true, &source)
        }
    }

    private static func move(
        _ operation: Contract.Operation, _ resource: Contract.Resource, _ contract: Contract,
        _ source: inout SwiftSource
    ) {
        guard case .move(let field, let from, _) = operation.kind,
            let statement = StatementPlan(resource, in: contract).move(operation)
        else { return }
        let column = RecordColumns(resource).column(of: field, in: resource)
        source.block("extension \(resource.typeName)") { source in
            source.doc(operation.description ?? "The move `\(operation.name)`.")
            source.line("package static let \(operation.moveName) = Move(")
            source.indented { source in
                source.line(
                    "name: \(SwiftLiteral.quoted(operation.name)), field: \(SwiftLiteral.quoted(field)), column: \(column),"
                )
                source.list("from: [", from.map(SwiftLiteral.quoted), "],")
                source.line("statement: Statement(")
                source.indented { source in
                    source.line("\(SwiftLiteral.quoted(statement.name)),")
                    source.line("\(SwiftLiteral.raw(statement.sql)),")
                    source.list("parameterTypes: [", statement.parameterTypes.map { ".\($0)" }, "]))")
                }
            }
        }
    }
}

extension Contract.Operation {
    var inputType: String { input.isEmpty ? "NoInput" : Naming.type(name) + "Input" }
    var outputType: String {
        if case .call(let call) = kind, call.output != nil { Naming.type(name) + "Output" } else { "NoOutput" }
    }
    /// The member of the resource that holds a move: `suspendMove`.
    var moveName: String { Naming.member(name) + "Move" }
}
