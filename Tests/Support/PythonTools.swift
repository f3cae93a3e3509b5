import Foundation

/// The Python packages that `scripts/python-tools` installs, pinned, into `.roster/`.
package enum PythonTools {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A program of the tests ended with an error.
    package struct Failure: Error {
        package let program: String
        package let errors: String
    }

    /// The lines that a script of `scripts/` prints.
    package static func run(_ script: String, _ arguments: [String]) throws -> [String] {
        // Quick when all is there; a machine that has never run it needs a network once.
        _ = try output(of: "scripts/python-tools", [])
        let text = try output(of: ".roster/python-tools/bin/python", ["-I", "scripts/\(script)"] + arguments)
        return text.split(separator: "\n").map(String.init)
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let run = try FinishedProgram(checkout.appending(path: program).path, arguments, in: checkout)
        guard run.status == 0 else { throw Failure(program: program, errors: run.errors) }
        return run.output
    }
}
