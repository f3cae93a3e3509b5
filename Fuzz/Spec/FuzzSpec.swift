import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds bytes to the generator as a spec. Found wrong: a crash; a finding outside of the text; a refusal with files, or
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
        for diagnostic in outcome.diagnostics { check(diagnostic, in: bytes) }
        guard !outcome.isRejected else { return precondition(outcome.files.isEmpty, "refused, and yet files") }
        precondition(outcome.files.map(\.name) == GeneratedFile.names, "accepted, and not every file")
        precondition(Pipeline.generate(source).files == outcome.files, "two runs differ")
        for file in outcome.files { check(file) }
    }

    static func check(_ diagnostic: Diagnostic, in bytes: [UInt8]) {
        let lines = bytes.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        precondition((1...lines).contains(diagnostic.line), "a finding outside of the text")
        precondition(diagnostic.column >= 1 && diagnostic.mark.offset <= bytes.count, "a finding outside of the text")
        precondition(!diagnostic.rendered.isEmpty)
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
