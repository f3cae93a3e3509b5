import Foundation
import SpecCheckout
import Testing

@Suite("rosterc check")
struct CheckCommandTests {
    private static let package = Fixture.shippedSpec.deletingLastPathComponent().deletingLastPathComponent()
    private static let wrong = Fixture.folder.appending(path: "Findings/300-unknown-role.yaml")

    @Test("says that a good spec has no problems", arguments: [[], ["spec/users.yaml"], ["./spec/users.yaml"]])
    func good(arguments: [String]) throws {
        let result = try BuiltTool.run(["check"] + arguments, in: Self.package)
        #expect(result.status == 0)
        #expect(result.output == "spec/users.yaml: no problems\n")
        #expect(result.errors == "")
    }

    @Test("shows the path from the package, wherever it stands and is called")
    func path() throws {
        let scratch = try Scratch()
        let spec = scratch.folder.appending(path: "spec")
        try FileManager.default.createDirectory(at: spec, withIntermediateDirectories: false)
        try FileManager.default.copyItem(at: Self.wrong, to: spec.appending(path: "300-unknown-role.yaml"))
        let expected = try String(
            contentsOf: Self.wrong.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
        let absolute = spec.appending(path: "300-unknown-role.yaml").path
        let calls = [
            (["spec/300-unknown-role.yaml"], scratch.folder), ([absolute], scratch.folder),
            ([absolute, "--package", scratch.folder.path], Self.package),
            ([absolute, "--package", scratch.folder.path + "/"], Self.package),
        ]
        for (arguments, folder) in calls {
            let result = try BuiltTool.run(["check"] + arguments, in: folder)
            #expect(result.status == 1)
            #expect(result.output == expected)
        }
    }

    @Test("reads the standard input")
    func standardInput() throws {
        let good = try BuiltTool.run(
            ["check", "-"], in: Self.package, input: Array(try Data(contentsOf: Fixture.shippedSpec)))
        #expect(good.status == 0)
        #expect(good.output == "<stdin>: no problems\n")
        let wrong = try BuiltTool.run(["check", "-"], in: Self.package, input: Array("spec: 1\n\tapi: 2\n".utf8))
        #expect(wrong.status == 1)
        #expect(wrong.output.hasPrefix("<stdin>:2:1: error: a tab [SPEC103]\n"))
        #expect(try BuiltTool.run(["check", "-"], in: Self.package).output.contains("[SPEC116]"))
    }

    @Test("a file that cannot be read is told apart from a wrong spec", arguments: ["missing.yaml", "."])
    func unreadable(path: String) throws {
        let result = try BuiltTool.run(["check", path], in: Self.package)
        #expect(result.status == 66)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("error: cannot read \(path): "))
    }

    @Test("a mistake in the call is one of its own")
    func usage() throws {
        #expect(try BuiltTool.run(["check", "--colour"], in: Self.package).status == 64)
        #expect(try BuiltTool.run(["explain", "SPEC999"], in: Self.package).status == 64)
    }

    @Test("a code is explained")
    func explain() throws {
        let result = try BuiltTool.run(["explain", "spec300"], in: Self.package)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("# SPEC300: an unknown role\n\n"))
    }
}
