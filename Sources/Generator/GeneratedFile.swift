/// A file that the generator makes: a name from `names`, and its whole text.
public struct GeneratedFile: Equatable, Sendable {
    /// The names of all outputs, in the order in which they are made. Fixed, since a build plugin must name its outputs
    /// before it may read the spec; `Plugins/GenerateAPI` spells the same list.
    public static let names: [String] = [
        "Models.swift", "Access.swift", "Input.swift", "Output.swift", "Statements.swift", "Resources.swift",
        "Operations.swift", "Hooks.swift", "Routes.swift", "Migration.swift", "Contract.swift", "OpenAPI.swift",
    ]

    /// The output that binds what is written by hand; it is for the target that it is written in.
    public static let witness = "HookWitness.swift"

    /// One of `names`.
    public let name: String
    /// The whole text, ending in a newline.
    public let text: String

    /// A file of the given name and text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
