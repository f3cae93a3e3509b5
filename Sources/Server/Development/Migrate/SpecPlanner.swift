import Foundation

/// The `rosterc` beside this program, asked for the way to the spec.
struct SpecPlanner: Sendable {
    let tool: String
    let spec: String
    let migrations: String

    /// - Parameters:
    ///   - state: the hash of the schema that the database has, and its document, where the database knows it.
    ///   - isOtherBranch: whether what is gone was another branch's, and is no former name of what has come.
    /// - Throws: the findings, when there is no plan without a guess.
    func draft(from state: String, _ document: String?, isOtherBranch: Bool) throws -> SpecDraft {
        var arguments = ["migrate", "draft", "--spec", spec, "--migrations", migrations, "--from", state]
        if isOtherBranch { arguments.append("--other-branch") }
        let file = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        if let document {
            try Data(document.utf8).write(to: file)
            arguments += ["--contract", file.path]
        }
        let (status, output) = try run(arguments)
        guard status == 0 else { throw status == 2 ? Self.unknown(state) : CommandError(Self.refused(output)) }
        return try JSONDecoder().decode(SpecDraft.self, from: output)
    }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments
        // The caller's folder, so that findings name files as they do in builds.
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    private static func refused(_ output: Data) -> String {
        """
        The database was not changed: there is no way from it to the spec without a guess.
        \(String(decoding: output, as: UTF8.self))
        Say in the spec what is meant, then: make dev
        When what is gone is another git branch's, whose values are kept for it: make dev ARGS=--keep
        """
    }

    private static func unknown(_ state: String) -> CommandError {
        CommandError(
            """
            The database is in the state \(state.prefix(12)), which neither the database nor a committed migration \
            describes. Run `make dev` once on the git branch that has brought it there, then again on this one.
            """)
    }
}

extension SpecPlanner {
    /// The spec of a checkout and the tool that was built with this program; `nil` where there is none.
    init?(checkout: String, program: String? = Bundle.main.executablePath) {
        let folder = URL(fileURLWithPath: program ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().path
        // Builds make it under either name: as a product, and for the plugin. The newer one has read this spec.
        let found = ["rosterc-tool", "rosterc"].map { "\(folder)/\($0)" }
            .filter(FileManager.default.isExecutableFile(atPath:))
        guard let tool = found.max(by: { Self.age($0) < Self.age($1) }) else { return nil }
        self.init(tool: tool, spec: checkout + "/spec/users.yaml", migrations: checkout + "/spec/migrations")
    }

    private static func age(_ path: String) -> Date {
        (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) ?? .distantPast
    }
}
