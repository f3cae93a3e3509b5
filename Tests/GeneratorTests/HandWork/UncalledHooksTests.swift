import Testing

@testable import Generator

@Suite("Hooks in Swift that nothing would call")
struct UncalledHooksTests {
    /// Profiles with a required and an optional hook, and with one that the spec does not ask for.
    private static let spec = SpecSource(
        path: "spec/users.yaml",
        text: """
            spec: 1
            api: {name: people, base: /api, version: 2026-11-01}
            identity: {table: auth.users, key: id, claim: sub}
            roles:
              user: {token: true}
              self: {when: actor.id == record.user_id}
              admin: {claim: admin}
            resources:
              profile:
                table: profiles
                path: /users
                key: user_id
                allow: {read: user, create: admin, update: [self, admin]}
                fields:
                  user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
                  name: {type: string, length: 1..100, read: user, write: [self, admin]}
                hooks: {before_update: required, after_commit: optional}

            """)

    private static func findings(_ text: String) -> [String] {
        let file = SpecSource(path: "Sources/Server/Hooks/APIHooks+profile.swift", text: text)
        let outcome = Pipeline.generate(spec, .witness(of: "Generated"), handWork: [file])
        #expect(outcome.files.isEmpty == outcome.isRejected)
        return outcome.diagnostics.map(\.rendered)
    }

    @Test("one that is declared is called, whatever stands around it")
    func declared() {
        let good = """
            /* A comment /* in one */ with func lost(_ change: Committed<Profile>) {} */
            extension APIHooks: Sendable, ProfileBeforeUpdate, ProfileAfterCommit {
                func beforeUpdate(_ change: inout BeforeUpdate<Profile>) async throws { try help(&change) }
                func afterCommit(_ change: Committed<Profile>) async throws { print("func lost(_ c: Committed<Profile>)") }
                // func afterComit(_ change: Committed<Settings>) {}
                private func help(_ change: inout BeforeUpdate<Profile>) throws {}
                func other(_ name: String, of change: Int) -> [Committed<Profile>] { [] }
            }
            """
        #expect(Self.findings(good) == [])
    }

    @Test("an optional one without its protocol is told, at its name, with what to write")
    func undeclared() {
        let text = """
            extension APIHooks: ProfileBeforeUpdate {
                func beforeUpdate(_ change: inout BeforeUpdate<Profile>) async throws {}
                func afterComit(_ change: Committed<Profile>) async throws {}
            }
            """
        #expect(
            Self.findings(text) == [
                """
                Sources/Server/Hooks/APIHooks+profile.swift:3:10: error: nothing calls this: `APIHooks` does not say that it is a \
                `ProfileAfterCommit` [SPEC391]
                    func afterComit(_ change: Committed<Profile>) async throws {}
                         ^~~~~~~~~~
                help: write `extension APIHooks: ProfileAfterCommit`, with `afterCommit` in it
                """
            ])
    }

    @Test("one that the spec does not ask for is told, however it is written")
    func unasked() {
        for text in [
            "extension APIHooks {\n    func beforeCreate(_ change: inout BeforeCreate<Profile>) async throws {}\n}",
            "extension APIHooks {\n    func beforeCreate(_ change: inout BeforeCreate<Generated.Profile>) async throws {}\n}",
            "extension APIHooks {\n    func beforeCreate(\n        change: inout Runtime.BeforeCreate<Profile>\n    ) {}\n}",
        ] {
            let findings = Self.findings(text)
            #expect(findings.count == 1, "\(text)")
            #expect(
                findings.first?.contains(":2:10: error: nothing calls this: the spec asks for no `before_create`")
                    == true)
            #expect(findings.first?.contains("write `hooks: {before_create: optional}` under `profile`") == true)
        }
    }

    @Test("a protocol of another type's does not count")
    func otherType() {
        let text = """
            struct Other: ProfileAfterCommit {
                func afterCommit(_ change: Committed<Profile>) async throws {}
            }
            """
        #expect(Self.findings(text).count == 1)
    }

    @Test(
        "text that is no Swift is read to its end without a crash",
        arguments: [
            "func", "func f(", "func f(_ c: Committed<", "\"", "#\"\"\"", "/*", "/* /*", "\\",
            "func f(_:Committed<Profile", "\u{0}",
        ])
    func broken(text: String) {
        _ = Self.findings(text)
        _ = Self.findings("extension APIHooks:" + text)
    }
}
