import ArgumentParser
import Generator

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the code of a finding: rosterc explain SPEC200.")

    @Argument(help: "A code, as it stands in brackets after a finding.")
    var code: String

    func validate() throws {
        guard DiagnosticCode(spelled: code) != nil else {
            throw ValidationError("'\(code)' is no code of a finding; codes look like SPEC200.")
        }
    }

    func run() throws {
        guard let code = DiagnosticCode(spelled: code) else { return }
        print("\(code): \(code.title)\n\n\(code.explanation)")
    }
}
