/// A client of the API in one file without dependencies: types, errors, and a class with the operations of each resource.
package enum TypeScriptClient {
    package static func render(_ contract: Contract) -> String {
        let types = TypeScriptTypes(contract)
        let routes = RoutePlan(contract).routes
        var source = TypeScriptSource()
        source.line("// Generated from spec/users.yaml by rosterc. Do not edit: change the spec and emit it anew.")
        source.line("//")
        source.line(
            "// The client of \(contract.name), version \(contract.version), contract \(contract.hash.prefix(8)).")
        source.line()
        source.doc(["The contract that this client was made for: the server answers with the names that it knows."])
        source.line("const apiVersion = \"\(contract.version)\";")
        for index in contract.resources.indices {
            ResourceInterfaces(contract, index, types, routes).render(to: &source)
        }
        for index in contract.resources.indices {
            ResourceOperations(contract, index, types, routes).render(to: &source)
        }
        client(contract, types, &source)
        let problems = contract.resources.flatMap(\.problems) + contract.operations.flatMap(\.problems)
        return source.text + "\n" + ClientText.all(problems.map(\.code))
    }

    private static func client(_ contract: Contract, _ types: TypeScriptTypes, _ source: inout TypeScriptSource) {
        source.line()
        source.doc([
            "All resources of \(contract.name). Failures are thrown as `ApiError`; those of `fetch` come through."
        ])
        source.block("export class Client") { source in
            for (resource, names) in zip(contract.resources, types.resources) {
                source.line("readonly \(member(resource)): \(names.api);")
            }
            source.line()
            source.block("constructor(options: ClientOptions)") { source in
                source.line("const transport = new Transport(options);")
                for (resource, names) in zip(contract.resources, types.resources) {
                    source.line("this.\(member(resource)) = new \(names.api)(transport);")
                }
            }
        }
    }

    /// A class cannot have a field of the name `constructor`.
    private static func member(_ resource: Contract.Resource) -> String {
        let name = Naming.member(resource.name)
        return name == "constructor" ? name + "Resource" : name
    }
}
