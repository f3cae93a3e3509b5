import Foundation
import SpecCheckout
import Testing

@Suite("rosterc emit")
struct EmitCommandTests {
    private static let package = Fixture.shippedSpec.deletingLastPathComponent().deletingLastPathComponent()

    @Test("writes the same to a file as to the standard output", arguments: ["typescript", "openapi"])
    func output(target: String) throws {
        let scratch = try Scratch()
        let printed = try BuiltTool.run(["emit", target], in: Self.package)
        #expect(printed.status == 0 && printed.errors == "")
        let file = scratch.folder.appending(path: "emitted").path
        let written = try BuiltTool.run(["emit", target, "spec/users.yaml", "--output", file], in: Self.package)
        #expect(written.status == 0 && written.output == "")
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == printed.output)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).contains("emitted.new") == false)
    }

    @Test("leaves the file as it is when the spec has errors, and says them")
    func refused() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "client.ts")
        try Data("before".utf8).write(to: file)
        let result = try BuiltTool.run(
            ["emit", "typescript", "-", "--output", file.path], in: scratch.folder, input: Array("spec: 2\n".utf8))
        #expect(result.status == 1)
        #expect(result.errors.contains("<stdin>:1:7: error:"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "before")
    }

    @Test("says when the file cannot be written")
    func unwritable() throws {
        let result = try BuiltTool.run(["emit", "typescript", "--output", "/nonexistent/client.ts"], in: Self.package)
        #expect(result.status == 73)
        #expect(result.errors.contains("cannot write /nonexistent/client.ts"))
    }
}
