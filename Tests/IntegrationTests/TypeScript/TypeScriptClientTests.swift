import Foundation
import Library
import TestSupport
import Testing

@Suite("The TypeScript client on Node")
struct TypeScriptClientTests {
    @Test("reads, changes, is refused, lists, creates and sets on a real server, in types that the compiler holds to")
    func scenario() async throws {
        try await Deployment.scoped { deployment in
            let ada = try await deployment.person()
            try await deployment.add((1...7).map { number in Person(name: "Person \(number)") })
            let project = try TypeScriptProject(scenario: "scenario.ts")
            let environment = [
                "BASE_URL": "http://127.0.0.1:\(deployment.port)", "NEW_ID": try await deployment.identity(),
                "USER_TOKEN": try await Deployment.token(subject: ada.id),
                "ADMIN_TOKEN": try await Deployment.token(subject: Person().id, roles: ["admin"]),
            ]
            let run = try await project.run("scenario.js", environment: environment)
            #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("not so:") } == [])
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test("of a spec that has nothing to do with users serves its program, too")
    func library() async throws {
        let deployment = try await Deployment.onNewDatabase(serving: Library.api)
        let project = try TypeScriptProject(scenario: "library.ts", spec: "Tests/Library/spec.yaml")
        let reader = try await deployment.identity()
        let environment = [
            "BASE_URL": "http://127.0.0.1:\(deployment.port)", "READER_ID": reader,
            "READER_TOKEN": try await Deployment.token(subject: reader),
            "LIBRARIAN_TOKEN": try await Deployment.token(subject: Person().id, roles: ["librarian"]),
        ]
        let run = try await project.run("library.js", environment: environment)
        await deployment.stop()
        #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("not so:") } == [])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("knows every word that a problem or an issue of the server can have")
    func words() throws {
        let client = try TypeScriptProject.emitted()
        let known = Set(client.matches(of: /"([a-z_]+)"/).map { String($0.output.1) })
        let spoken = try Self.spokenWords()
        #expect(spoken.count > 40)
        #expect(spoken.subtracting(known).sorted() == [])
    }

    /// What stands behind `code:` in the runtime, and the cases of its `IssueCode`.
    private static func spokenWords() throws -> Set<String> {
        let runtime = TypeScriptProject.root.appending(path: "Sources/Runtime")
        let files = try #require(FileManager.default.enumerator(at: runtime, includingPropertiesForKeys: nil))
        var words: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            words.formUnion(text.matches(of: /\bcode: "([a-z_]+)"/).map { String($0.output.1) })
            guard file.lastPathComponent == "IssueCode.swift" else { continue }
            words.formUnion(text.matches(of: /case \w+ = "([a-z_]+)"/).map { String($0.output.1) })
        }
        return words
    }
}
