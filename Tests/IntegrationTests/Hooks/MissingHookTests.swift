import TestSupport
import Testing

@Suite("What is written by hand and does not fit the spec stops the build", .timeLimit(.minutes(3)))
struct MissingHookTests {
    @Test("the shipped hooks compile, so that what follows is about what is broken")
    func whole() async throws {
        let compiler = try HandWorkCompiler()
        defer { compiler.remove() }
        let outcome = try await compiler.compile()
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.said == "")
    }

    @Test(
        "what is missing is an error of the compiler at the line of the spec that asks for it",
        arguments: [
            ("ProfileBeforeCreate, ", "", "APIHooks+profile.swift", "before_create: required", "ProfileBeforeCreate"),
            (", ProfileBeforeUpdate", "", "APIHooks+profile.swift", "before_update: required", "ProfileBeforeUpdate"),
            (
                "displayInitials(of", "initials(of", "APIHooks+names.swift", "function: display_initials",
                "displayInitials"
            ),
            ("func vcard(", "func card(", "APIHooks+vcard.swift", "output: {vcard: text}", "vcard"),
            ("func checkName(", "func check(", "APIHooks+checkName.swift", "output: {is_presentable", "checkName"),
        ])
    func missing(old: String, new: String, file: String, line: String, name: String) async throws {
        let compiler = try HandWorkCompiler()
        defer { compiler.remove() }
        try compiler.replace(old, with: new, in: "Sources/Server/Hooks/" + file)
        // The handler's line is the one after what it answers.
        let number = try compiler.line(of: line) + (line.hasPrefix("output") ? 1 : 0)
        let outcome = try await compiler.compile()
        #expect(outcome.status != 0)
        let errors = outcome.said.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(errors.contains { $0.hasPrefix("spec/users.yaml:\(number):") && $0.contains(name) }, "\(outcome.said)")
    }

    @Test("an optional hook that is misspelled is an error at its own line, from the generator")
    func misspelled() async throws {
        let compiler = try HandWorkCompiler()
        defer { compiler.remove() }
        try compiler.replace(
            "extension APIHooks: ProfileAfterCommit {\n    func afterCommit",
            with: "extension APIHooks {\n    func afterComit",
            in: "Sources/Server/Hooks/APIHooks+commits.swift")
        let outcome = try await compiler.compile()
        #expect(outcome.status == 1)
        #expect(
            outcome.said.contains(
                "Sources/Server/Hooks/APIHooks+commits.swift:6:10: error: nothing calls this: `APIHooks` does not say that it is "
                    + "a `ProfileAfterCommit` [SPEC391]"), "\(outcome.said)")
    }
}
