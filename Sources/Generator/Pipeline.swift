/// Makes all outputs from the text of a spec, or says what is wrong with it. Text in, values out: no disk, no clock.
package enum Pipeline {
    package struct Outcome: Sendable {
        /// In the order of `GeneratedFile.names`; empty when the spec is refused.
        package var files: [GeneratedFile]
        /// Errors and warnings, in the order of the file.
        package var findings: [Diagnostic]
    }

    package static func generate(_ source: SpecSource) -> Outcome {
        let findings = Findings(source)
        guard let spec = parse(source, findings) else { return Outcome(files: [], findings: findings.sorted) }
        check(spec, findings)
        guard !findings.containsError else { return Outcome(files: [], findings: findings.sorted) }
        return Outcome(files: render(Contract(spec)), findings: findings.sorted)
    }

    package static func render(_ contract: Contract) -> [GeneratedFile] {
        [
            GeneratedFile(name: "Models.swift", text: ModelsFile.render(contract)),
            GeneratedFile(name: "Access.swift", text: AccessFile.render(contract)),
            GeneratedFile(name: "Input.swift", text: InputFile.render(contract)),
            GeneratedFile(name: "Output.swift", text: OutputFile.render(contract)),
            GeneratedFile(name: "Statements.swift", text: StatementsFile.render(contract)),
            GeneratedFile(name: "Resources.swift", text: ResourcesFile.render(contract)),
            GeneratedFile(name: "Routes.swift", text: RoutesFile.render(contract)),
            GeneratedFile(
                name: "Migration.swift",
                text: DocumentFile.render(
                    "migrationSQL", "Brings a database to the contract; running it again changes nothing.",
                    InitialMigration.render(contract))),
            GeneratedFile(name: "Contract.swift", text: ContractFile.render(contract)),
            GeneratedFile(
                name: "OpenAPI.swift",
                text: DocumentFile.render(
                    "openAPIDocument", "The contract for clients (OpenAPI 3.1).", OpenAPIDocument.render(contract))),
        ]
    }
}
