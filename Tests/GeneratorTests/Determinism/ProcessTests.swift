import Foundation
import SpecCheckout
import Testing

/// What `rosterc generate` writes is compared in `GenerateCommandTests`; here what else the tool prints.
@Suite("What the tool prints")
struct ProcessTests {
    private static let surroundings: [[String: String]] = [
        ["SWIFT_DETERMINISTIC_HASHING": "1"], [:], ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
        ["TZ": "Pacific/Kiritimati", "HOME": "/nonexistent", "MALLOC_PERTURB_": "85"],
    ]

    @Test(
        "is the same in every process, folder, language and time zone",
        arguments: [["emit", "typescript"], ["emit", "openapi"]], GoldenTests.Case.allCases)
    func sameEverywhere(command: [String], spec: GoldenTests.Case) throws {
        var printed: Set<String> = []
        for environment in Self.surroundings {
            let scratch = try Scratch()
            try FileManager.default.copyItem(at: spec.spec, to: scratch.folder.appending(path: "users.yaml"))
            let result = try BuiltTool.run(
                command + ["users.yaml"], in: scratch.folder, environment: environment)
            #expect(result.status == 0 && result.errors == "")
            printed.insert(result.output)
        }
        #expect(printed.count == 1)
        #expect(printed.first?.isEmpty == false)
    }

    @Test("is the same schema for editors in every process")
    func schema() throws {
        let printed = try Self.surroundings.map { environment in
            try BuiltTool.run(["schema"], in: FileManager.default.temporaryDirectory, environment: environment).output
        }
        #expect(Set(printed).count == 1)
        #expect(printed[0].hasPrefix("{"))
    }

    @Test("names no folder, user or time of the machine", arguments: ["typescript", "openapi"])
    func nothingOfTheMachine(target: String) throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: Fixture.everything, to: scratch.folder.appending(path: "users.yaml"))
        let output = try BuiltTool.run(["emit", target, "users.yaml"], in: scratch.folder).output
        #expect(!output.contains(scratch.folder.lastPathComponent))
        #expect(!output.contains(NSUserName() + "/"))
        #expect(!output.contains(FileManager.default.temporaryDirectory.path))
    }
}
