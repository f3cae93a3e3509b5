import ArgumentParser
import Generator

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the code of a finding: rosterc explain SPEC200, DIFF101.")

    @Argument(help: "A code, as it stands in brackets after a finding.")
    var code: String

    func validate() throws {
        guard DiagnosticCode(spelled: code) != nil || CompareRule(spelled: code) != nil else {
            throw ValidationError("'\(code)' is no code of a finding; codes look like SPEC200 or DIFF101.")
        }
    }

    func run() throws {
        if let rule = CompareRule(spelled: code) { return print(rule.explanation) }
        guard let code = DiagnosticCode(spelled: code) else { return }
        print("\(code): \(code.title)\n\n\(code.explanation)")
    }
}
