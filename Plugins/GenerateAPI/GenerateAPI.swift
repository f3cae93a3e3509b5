import PackagePlugin

/// Runs `rosterc generate` over the spec before `Generated` is compiled.
///
/// Inputs and outputs are a fixed list: SwiftPM asks for them when it plans, and it keeps the plan while the spec
/// changes. The list of outputs is the one of `GeneratedFile.names` in the generator; the tool refuses to write others.
@main
struct GenerateAPI: BuildToolPlugin {
    static let outputs = [
        "Models.swift", "Access.swift", "Input.swift", "Output.swift", "Statements.swift", "Resources.swift",
        "Routes.swift", "Migration.swift", "Contract.swift", "OpenAPI.swift",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let spec = context.package.directoryURL.appending(path: "spec/users.yaml")
        let directory = context.pluginWorkDirectoryURL
        return [
            .buildCommand(
                displayName: "Generating the API from spec/users.yaml",
                executable: try context.tool(named: "rosterc").url,
                arguments: [
                    "generate", spec.path, "--package", context.package.directoryURL.path, "--output", directory.path,
                ],
                inputFiles: [spec],
                outputFiles: Self.outputs.map { directory.appending(path: $0) })
        ]
    }
}
