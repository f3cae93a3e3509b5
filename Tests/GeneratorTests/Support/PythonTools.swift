import Foundation
import SpecCheckout
import Testing

/// The Python packages that `scripts/python-tools` installs, pinned, into `.roster/`.
enum PythonTools {
    /// The checkout, also where a test package links to it.
    private static let checkout = Fixture.shippedSpec.deletingLastPathComponent().resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// The lines that a script of `scripts/` prints.
    static func run(_ script: String, _ arguments: [String]) throws -> [String] {
        // Quick when all is there; a machine that has never run it needs a network once.
        _ = try output(of: checkout.appending(path: "scripts/python-tools"), [])
        let python = checkout.appending(path: ".roster/python-tools/bin/python")
        let text = try output(of: python, [checkout.appending(path: "scripts/\(script)").path] + arguments)
        return text.split(separator: "\n").map(String.init)
    }

    private static func output(of program: URL, _ arguments: [String]) throws -> String {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "out")
        try Data().write(to: file)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program.lastPathComponent) failed")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
