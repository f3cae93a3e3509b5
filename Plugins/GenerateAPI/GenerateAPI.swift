import Foundation
import PackagePlugin

/// Runs `rosterc generate` over a spec before the target that it is for is compiled: over `spec.yaml` in the target's folder
/// where there is one, else over `spec/users.yaml` of the package.
///
/// Inputs and outputs are a fixed list: SwiftPM asks for them when it plans, and it keeps the plan while the spec
/// changes. Of the migrations beside the spec only the lock file is an input: whatever changes them changes it, and the
/// tool reads the files that it names. The list of outputs is the one of `GeneratedFile.names` in the generator; the tool refuses to write others.
@main
struct GenerateAPI: BuildToolPlugin {
    static let outputs = [
        "Models.swift", "Access.swift", "Input.swift", "Output.swift", "Statements.swift", "Resources.swift",
        "Operations.swift", "Routes.swift", "Migration.swift", "Contract.swift", "OpenAPI.swift",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let spec = spec(of: target, in: context.package)
        let directory = context.pluginWorkDirectoryURL
        let migrations = spec.deletingLastPathComponent().appending(path: "migrations")
        let lock = migrations.appending(path: "migrations.lock")
        let hasMigrations = FileManager.default.fileExists(atPath: lock.path)
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name)",
                executable: try context.tool(named: "rosterc").url,
                arguments: [
                    "generate", spec.path, "--package", context.package.directoryURL.path, "--output", directory.path,
                ] + (hasMigrations ? ["--migrations", migrations.path] : []),
                inputFiles: [spec] + (hasMigrations ? [lock] : []),
                outputFiles: Self.outputs.map { directory.appending(path: $0) })
        ]
    }

    private func spec(of target: any Target, in package: Package) -> URL {
        let own = target.directoryURL.appending(path: "spec.yaml")
        if FileManager.default.fileExists(atPath: own.path) { return own }
        return package.directoryURL.appending(path: "spec/users.yaml")
    }
}
