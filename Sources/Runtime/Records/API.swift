/// One contract, as a server serves it: what a generated module gives the server, and all that the server knows of it.
package struct API: Sendable {
    package let contract: ContractFacts
    package let roles: RoleTable
    /// Every route of the spec, over the given services.
    package let routes: @Sendable (Services) -> [Route]
    /// What brings a database to the contract.
    package let migrations: MigrationSet
    /// The contract for clients (OpenAPI 3.1).
    package let openAPI: StaticString
    /// The same for people, in HTML.
    package let reference: StaticString

    package init(
        contract: ContractFacts, roles: RoleTable, routes: @escaping @Sendable (Services) -> [Route],
        migrations: MigrationSet, openAPI: StaticString, reference: StaticString
    ) {
        self.contract = contract
        self.roles = roles
        self.routes = routes
        self.migrations = migrations
        self.openAPI = openAPI
        self.reference = reference
    }

    /// The same over a database that is elsewhere.
    package func on(_ migrations: MigrationSet) -> API {
        API(
            contract: contract, roles: roles, routes: routes, migrations: migrations, openAPI: openAPI,
            reference: reference)
    }
}
