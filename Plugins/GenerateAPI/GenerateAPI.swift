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
        "Operations.swift", "Hooks.swift", "Routes.swift", "Migration.swift", "Contract.swift", "OpenAPI.swift",
    ]

    /// Binds what is written by hand, for a target that has a folder `Hooks`.
    static let witness = "HookWitness.swift"
    /// The target of the shipped spec's API.
    static let generated = "Generated"

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let own = target.directoryURL.appending(path: "spec.yaml")
        let hasOwn = FileManager.default.fileExists(atPath: own.path)
        let spec = hasOwn ? own : context.package.directoryURL.appending(path: "spec/users.yaml")
        let hooks = swiftFiles(in: target.directoryURL.appending(path: "Hooks"))
        let hasHooks = !hooks.isEmpty
        let directory = context.pluginWorkDirectoryURL
        let migrations = spec.deletingLastPathComponent().appending(path: "migrations")
        let lock = migrations.appending(path: "migrations.lock")
        let hasMigrations = FileManager.default.fileExists(atPath: lock.path)
        var arguments = [
            "generate", spec.path, "--package", context.package.directoryURL.path, "--output", directory.path,
        ]
        var inputs = [spec]
        var outputs = Self.outputs
        if !hasOwn, target.name != Self.generated {
            // The server's side of an API that is a target of its own.
            outputs = [Self.witness]
            arguments += ["--witness-for", Self.generated]
        } else {
            if hasHooks {
                outputs.append(Self.witness)
                arguments.append("--witness")
            }
            if hasMigrations {
                inputs.append(lock)
                arguments += ["--migrations", migrations.path]
            }
        }
        if hasHooks {
            inputs += hooks
            arguments += ["--hand-work"] + hooks.map(\.path)
        }
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name)",
                executable: try context.tool(named: "rosterc").url, arguments: arguments, inputFiles: inputs,
                outputFiles: outputs.map { directory.appending(path: $0) })
        ]
    }

    /// In an order that does not depend on the disk.
    private func swiftFiles(in folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }
}
