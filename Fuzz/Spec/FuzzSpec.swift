import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds bytes to the generator as a spec. Found wrong: a crash; a finding outside of the text, or a report that cannot be read; a refusal with files, or
/// without a reason; an acceptance whose files differ from run to run, have lines that end unseen, or hold a document that is
/// no JSON.
@main
enum FuzzSpec {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { bytes, size in
            FuzzSpec.test(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        }
    }

    static func test(_ bytes: [UInt8]) {
        let source = SpecSource(path: "spec/users.yaml", bytes: bytes)
        let outcome = Pipeline.generate(source)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for diagnostic in outcome.diagnostics { check(diagnostic, in: lines) }
        report(outcome)
        guard !outcome.isRejected else { return precondition(outcome.files.isEmpty, "refused, and yet files") }
        precondition(outcome.files.map(\.name) == GeneratedFile.names, "accepted, and not every file")
        precondition(Pipeline.generate(source).files == outcome.files, "two runs differ")
        for file in outcome.files { check(file) }
    }

    static func check(_ diagnostic: Diagnostic, in lines: [ArraySlice<UInt8>]) {
        for place in [diagnostic.place] + diagnostic.notes.map(\.place) {
            precondition((1...lines.count).contains(place.start.line), "a finding outside of the text")
            let width = String(decoding: lines[place.start.line - 1], as: UTF8.self).unicodeScalars.count
            precondition((1...(width + 1)).contains(place.start.column), "a finding outside of its line")
            precondition((place.start.column...(width + 1)).contains(place.end.column), "a range outside of its line")
        }
        precondition(!diagnostic.rendered.isEmpty)
    }

    /// What programs read is text that they can read, whatever the spec held.
    static func report(_ outcome: Pipeline.Outcome) {
        let report = CheckReport([.init(path: "spec/users.yaml", findings: outcome.diagnostics)])
        for text in [report.json, report.sarif] {
            let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            precondition(value is [String: Any], "a report is no JSON")
        }
    }

    static func check(_ file: GeneratedFile) {
        precondition(file.text.utf8.last == UInt8(ascii: "\n"), "no newline at the end of \(file.name)")
        let isPlain = file.text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 }
        precondition(isPlain, "a control character in \(file.name)")
        guard file.name == "OpenAPI.swift" else { return }
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasSuffix("\"\"\"") }
        let end = lines.lastIndex { $0.hasPrefix("\"\"\"") }
        guard let start, let end else { preconditionFailure("no document in \(file.name)") }
        let document = lines[(start + 1)..<end].joined(separator: "\n")
        let value = try? JSONSerialization.jsonObject(with: Data(document.utf8))
        precondition(value is [String: Any], "the document is no JSON")
    }
}
