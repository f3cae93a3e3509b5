/// `Contract.swift`: the contract's name, version and hash, and who may do what.
enum ContractFile {
    static func render(_ contract: Contract, hash: String) -> String {
        let roles = RoleSpelling(contract)
        var source = SwiftSource(imports: ["Runtime"])
        source.line()
        source.doc("The contract that this build serves.")
        source.list(
            "package let contract = ContractFacts(",
            [
                "name: \(SwiftLiteral.quoted(contract.name))", "version: \(SwiftLiteral.quoted(contract.version))",
                "hash: \(SwiftLiteral.quoted(hash))",
                "subjectClaim: \(SwiftLiteral.quoted(contract.identity.claim))",
                "basePath: \(SwiftLiteral.quoted(contract.base))",
                "resources: [\(contract.resources.map { SwiftLiteral.quoted($0.name) }.joined(separator: ", "))]",
            ], ")")
        source.line()
        source.doc("What a caller may do, by the roles that the token grants and the relation to the own record.")
        source.line("package let permissions: [Permission] = [")
        source.indented { source in
            for resource in contract.resources {
                for (operation, bits) in resource.access.operations where !bits.isEmpty {
                    source.line("Permission(\"\(resource.name):\(operation)\", allowed: \(roles.set(bits))),")
                }
                for operation in contract.operations
                where operation.resource == resource.name && !operation.allow.isEmpty {
                    let name = "\(resource.name):\(operation.name)"
                    source.line("Permission(\"\(name)\", allowed: \(roles.set(operation.allow))),")
                }
            }
        }
        source.line("]")
        source.line()
        source.doc("All that a server needs to serve the contract.")
        let parts = ["contract: contract", "roles: Roles.table"]
        let documents = ["migrations: migrations", "openAPI: openAPIDocument", "reference: referencePage"]
        if HookPlan(contract).isEmpty {
            source.list("package let api = API(", parts + ["routes: apiRoutes"] + documents, ")")
        } else {
            source.block("package func api(with hooks: Hooks) -> API") { source in
                source.list("API(", parts + ["routes: { apiRoutes($0, hooks) }"] + documents, ")")
            }
        }
        return source.text
    }
}
