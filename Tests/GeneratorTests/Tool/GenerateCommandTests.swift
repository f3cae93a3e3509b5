import Foundation
import SpecCheckout
import Testing

@testable import Generator

@Suite("rosterc generate")
struct GenerateCommandTests {
    /// A package with a spec, and a folder for the outputs.
    private struct Package {
        let scratch: Scratch
        let spec: URL
        let output: URL

        init(_ source: URL) throws {
            scratch = try Scratch()
            spec = scratch.folder.appending(path: "spec/users.yaml")
            output = scratch.folder.appending(path: "out")
            try FileManager.default.createDirectory(
                at: spec.deletingLastPathComponent(), withIntermediateDirectories: false)
            try FileManager.default.copyItem(at: source, to: spec)
        }

        func generate(in folder: URL? = nil, environment: [String: String] = [:]) throws -> BuiltTool.Result {
            try BuiltTool.run(
                ["generate", spec.path, "--package", scratch.folder.path, "--output", output.path],
                in: folder ?? scratch.folder, environment: environment)
        }
    }

    private static let everything = Fixture.everything

    @Test("gives the same bytes in any folder, language, time zone and process, and nothing but the named files")
    func sameEverywhere() throws {
        let surroundings: [[String: String]] = [
            [:], ["SWIFT_DETERMINISTIC_HASHING": "1"], ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
            ["TZ": "Pacific/Kiritimati", "HOME": "/nonexistent", "USER": "somebody"],
            ["LC_ALL": "C", "MallocPreScribble": "1", "MALLOC_PERTURB_": "85"],
        ]
        var all: [[String: Data]] = []
        for environment in surroundings {
            let package = try Package(Self.everything)
            let folder = all.count.isMultiple(of: 2) ? nil : FileManager.default.temporaryDirectory
            let result = try package.generate(in: folder, environment: environment)
            #expect(result.status == 0)
            #expect(result.output + result.errors == "")
            all.append(try Scratch.contents(of: package.output))
        }
        #expect(all[0].keys.sorted() == GeneratedFile.names.sorted())
        for other in all.dropFirst() { #expect(other == all[0]) }
    }

    @Test("writes a file only when its bytes differ")
    func unchanged() throws {
        let package = try Package(Self.everything)
        _ = try package.generate()
        // A file that is written anew is another one, by its number.
        let before = try Self.numbers(in: package.output)
        _ = try package.generate()
        #expect(try Self.numbers(in: package.output) == before)

        let models = package.output.appending(path: "Models.swift")
        let text = try Data(contentsOf: models)
        try (text + Data("// more\n".utf8)).write(to: models)
        _ = try package.generate()
        #expect(try Data(contentsOf: models) == text)
        let after = try Self.numbers(in: package.output)
        #expect(after.filter { $0.key != "Models.swift" } == before.filter { $0.key != "Models.swift" })
    }

    @Test("leaves the outputs as they are when the spec has errors, and says them on the standard error")
    func refused() throws {
        let package = try Package(Self.everything)
        _ = try package.generate()
        let before = try Self.numbers(in: package.output)
        try Data("spec: 1\nresorces: {}\n".utf8).write(to: package.spec)
        let result = try package.generate()
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.errors.contains("spec/users.yaml:2:1: error: unknown key `resorces` [SPEC200]\n"))
        #expect(try Self.numbers(in: package.output) == before)
    }

    @Test("says when the files cannot be written")
    func unwritable() throws {
        let package = try Package(Self.everything)
        try Data("a file where the folder would be".utf8).write(to: package.output)
        let result = try package.generate()
        #expect(result.status == 73)
        #expect(result.errors.hasPrefix("error: cannot write \(package.output.path)/"))
    }

    private static func numbers(in folder: URL) throws -> [String: Int] {
        var numbers: [String: Int] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let path = folder.appending(path: name).path
            numbers[name] = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        return numbers
    }
}
