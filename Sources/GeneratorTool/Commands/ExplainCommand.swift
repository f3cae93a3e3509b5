import ArgumentParser
import Generator

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the code of a finding: rosterc explain SPEC200, DIFF101.",
        discussion: """
            Without a code it lists them all. With --all it writes a page for each and an index into a folder, as \
            docs/errors holds them, and exits with 73 when it cannot.
            """)

    @Argument(help: "A code, as it stands in brackets after a finding.")
    var code: String?

    @Flag(help: "Write the page of every code.")
    var all = false

    @Option(help: "The folder that the pages go to.")
    var output: String?

    func validate() throws {
        if let code, DiagnosticCode(spelled: code) == nil, CompareRule(spelled: code) == nil {
            throw ValidationError("'\(code)' is no code of a finding; codes look like SPEC200 or DIFF101.")
        }
        guard all == (output != nil), !all || code == nil else {
            throw ValidationError("--all and --output go together, without a code.")
        }
    }

    func run() throws {
        if let output { return try write(to: output) }
        if let rule = code.flatMap(CompareRule.init(spelled:)) { return print(rule.explanation) }
        guard let code = code.flatMap(DiagnosticCode.init(spelled:)) else {
            for code in DiagnosticCode.allCases { print("\(code): \(code.title)") }
            return
        }
        print(ErrorPage(code).text, terminator: "")
    }

    private func write(to folder: String) throws {
        let pages = DiagnosticCode.allCases.map(ErrorPage.init).map { ($0.name, $0.text) }
        do {
            try File.makeFolder(folder)
            for (name, text) in [(ErrorIndex.name, ErrorIndex.text)] + pages {
                try File.write(Array(text.utf8), to: "\(folder)/\(name)")
            }
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
    }
}
