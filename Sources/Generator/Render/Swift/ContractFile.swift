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
        source.list(
            "package let api = API(",
            [
                "contract: contract", "roles: Roles.table", "routes: apiRoutes", "migrations: migrations",
                "openAPI: openAPIDocument", "reference: referencePage",
            ], ")")
        return source.text
    }
}
