import Foundation

/// The Python packages that `scripts/python-tools` installs, pinned, into `.roster/`.
package enum PythonTools {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A program of the tests ended with an error, which it has said on the standard error.
    package struct Failure: Error { package let program: String }

    /// The lines that a script of `scripts/` prints.
    package static func run(_ script: String, _ arguments: [String]) throws -> [String] {
        // Quick when all is there; a machine that has never run it needs a network once.
        _ = try output(of: checkout.appending(path: "scripts/python-tools"), [])
        let python = checkout.appending(path: ".roster/python-tools/bin/python")
        let text = try output(of: python, ["-I", checkout.appending(path: "scripts/\(script)").path] + arguments)
        return text.split(separator: "\n").map(String.init)
    }

    private static func output(of program: URL, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(program: program.lastPathComponent) }
        return String(decoding: text, as: UTF8.self)
    }
}
