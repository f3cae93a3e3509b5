/// One contract, as a server serves it: what a generated module gives the server, and all that the server knows of it.
package struct API: Sendable {
    package let contract: ContractFacts
    package let roles: RoleTable
    /// Every route of the spec, over the given services.
    package let routes: @Sendable (Services) -> [Route]
    /// The SQL that brings a database to the contract.
    package let migration: StaticString
    /// The contract for clients (OpenAPI 3.1).
    package let openAPI: StaticString
    /// The same for people, in HTML.
    package let reference: StaticString

    package init(
        contract: ContractFacts, roles: RoleTable, routes: @escaping @Sendable (Services) -> [Route],
        migration: StaticString, openAPI: StaticString, reference: StaticString
    ) {
        self.contract = contract
        self.roles = roles
        self.routes = routes
        self.migration = migration
        self.openAPI = openAPI
        self.reference = reference
    }
}
