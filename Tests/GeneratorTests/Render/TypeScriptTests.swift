import Foundation
import SpecCheckout
import Testing

@testable import Generator

@Suite("The TypeScript client")
struct TypeScriptTests {
    private static func client(_ source: SpecSource) throws -> String {
        let (spec, diagnostics) = Pipeline.accept(source)
        return TypeScriptClient.render(Contract(try #require(spec, "\(diagnostics.map(\.rendered))")))
    }

    @Test("is the golden one, byte for byte", arguments: GoldenTests.Case.allCases)
    func golden(of spec: GoldenTests.Case) throws {
        let client = try Self.client(try Fixture.source(spec.spec))
        try Fixture.expect(client, in: spec.goldens.appending(path: "client.ts.golden"))
    }

    /// Among them resources with the names of the client's own types, and of the language's. One run of the compiler: most
    /// of its time goes into the language's own declarations.
    @Test("passes the compiler at its strictest, and with declarations, whatever the names of resources are")
    func compiles() throws {
        let scratch = try Scratch()
        var files: [String] = []
        func add(_ name: String, _ source: SpecSource) throws {
            files.append(name + ".ts")
            try Data(try Self.client(source).utf8).write(to: scratch.folder.appending(path: name + ".ts"))
        }
        for spec in GoldenTests.Case.allCases { try add("\(spec)", try Fixture.source(spec.spec)) }
        for name in ["client", "promise", "page", "constructor", "api_error", "transport", "uuid"] {
            try add("named_\(name)", Self.spec(withResource: name))
        }
        let api = try Self.client(try Fixture.source(Fixture.shippedSpec))
        try Data(api.utf8).write(to: scratch.folder.appending(path: "api.ts"))
        try Data(#"{"type": "module"}"#.utf8).write(to: scratch.folder.appending(path: "package.json"))
        try Data(try Self.documented().utf8).write(to: scratch.folder.appending(path: "documented.ts"))
        #expect(try Self.compile(files + ["documented.ts"], in: scratch.folder) == "")
    }

    /// The example of `docs/clients.md`, with what it takes for given.
    private static func documented() throws -> String {
        let page = try String(contentsOf: Fixture.docs.appending(path: "clients.md"), encoding: .utf8)
        let example = try #require(page.split(separator: "```ts\n").last?.split(separator: "```").first)
        return """
            import type { Profile } from "./api.js";
            declare const session: { accessToken(): Promise<string> };
            declare function reload(): void;
            declare function show(pointer: string, code: string): void;
            declare function render(profile: Profile): void;
            \(example)
            """
    }

    private static func spec(withResource name: String) -> SpecSource {
        SpecSource(
            path: "spec/users.yaml",
            text: """
                spec: 1
                api: {name: names, base: /api, version: 2026-11-01}
                identity: {table: auth.users, key: id, claim: sub}
                roles: {user: {token: true}, self: {when: actor.id == record.user_id}}
                resources:
                  \(name):
                    table: things
                    path: /things
                    key: user_id
                    allow: {read: user, list: user, create: user, update: user}
                    version: row_version
                    timestamps: [created_at, updated_at]
                    fields:
                      user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
                      update:
                        description: "Ends a comment: */ and goes on"
                        type: enum
                        of: [a, b/c, "1"]
                        default: a
                        read: user
                        write: user
                    list: {sort: [-created_at], page: {default: 10, max: 20}}
                """)
    }

    /// - Returns: what the compiler says.
    private static func compile(_ files: [String], in folder: URL) throws -> String {
        let strict = [
            "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noImplicitOverride",
            "--noPropertyAccessFromIndexSignature", "--noImplicitReturns", "--noUnusedLocals", "--noUnusedParameters",
            "--skipLibCheck", "--target", "es2022", "--module", "node16",
            "--declaration",
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tsc"] + strict + files
        process.currentDirectoryURL = folder
        let output = folder.appending(path: "output.txt")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: output, encoding: .utf8)
        return process.terminationStatus == 0 ? said : said + "exit \(process.terminationStatus)"
    }
}
