import Foundation
import Testing

@testable import Generator

/// Every spec of the tests, wrong and right, goes to the checker and to a draft-07 validator with the schema for editors.
@Suite("The schema for editors and the checker")
struct SchemaVerdictTests {
    /// What a JSON Schema cannot say, by code. A code is here only if there is a spec that the checker refuses for it and
    /// the schema takes.
    private static let unsayable: [DiagnosticCode: String] = [
        .forbiddenCharacter: "editors take what can be seen in two ways, and a schema sees the value alone",
        .anchor: "a schema sees the value that an alias stands for",
        .directive: "a schema sees the value, and no directive",
        .ambiguousBoolean: "a schema sees what one edition of YAML reads, and knows of no other",
        .duplicateKey: "the value that a schema looks at has no key twice; editors' YAML parsers report it",
        .malformedValue: "which control characters a text may hold depends on the rules of its field",
        .notServedYet: "what is not served yet depends on other keys, such as the type of the key field",
        .unknownRole: "roles are names that the spec chooses elsewhere",
        .askedButUnreadable: "who reads a field is an access list, and its meaning is in `roles`",
        .unknownField: "fields are names that the spec chooses elsewhere",
        .nameUsedTwice: "what is made of two names, in Swift or Postgres, is compared over the whole spec",
        .reservedWord: "the words of Postgres and Swift that a name may not be depend on what is made of it",
        .malformedName: "the names of indexes are made of several names, and are too long together",
        .tooManyFields: "fields, timestamps and sections count together",
        .outOfRange: "weights are added, and lengths of time are compared",
        .defaultBreaksRule: "a default is compared with the values and rules beside it",
        .unknownResource: "resources are names that the spec chooses elsewhere",
        .customFieldClash: "a field is compared with those of its resource",
        .impossibleRange: "two ends of a range are compared",
        .visibilityMismatch: "owners' choices are kept in another resource",
        .undeclaredVisibility: "choices are names that the spec chooses elsewhere",
        .sortNotDeclared: "an order is compared with the fields of its resource",
        .routesClash: "paths are compared with each other",
        .keyField: "the key is a field that the spec names elsewhere",
        .operationWithoutRoute: "an access list may be empty",
        .contradiction: "what contradicts each other stands in different places",
        .pattern: "a pattern is a language of its own",
        .expressionType: "an expression is a language of its own",
        .expressionName: "an expression is a language of its own",
        .unknownMoveState: "states are values of a field that stands elsewhere",
        .stateField: "the field that holds a state stands elsewhere",
        .unreachableState: "all operations together make a state reachable",
        .writtenState: "who writes the state is said at its field",
        .operationRoute: "paths are compared with each other",
        .removedAndThere: "names and columns are compared over the whole spec",
        .deprecation: "a field is named that stands elsewhere, and two dates are compared",
    ]

    private struct Verdict: Decodable {
        let file: String
        let errors: [String]
        /// What a YAML parser says when the file is no YAML.
        let unreadable: String?

        var isRefusal: Bool { unreadable != nil || !errors.isEmpty }
    }

    private static func corpus() throws -> [URL] {
        var files = [Fixture.shippedSpec, Fixture.everything]
        let folder = Fixture.folder.resolvingSymlinksInPath()
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        where file.pathExtension == "yaml" { files.append(file) }
        return files.sorted { $0.path < $1.path }
    }

    @Test("give the same verdict on every spec, but for what a schema cannot say")
    func verdicts() throws {
        let files = try Self.corpus()
        #expect(files.count > 150)
        let lines = try PythonTools.run(
            "schema-verdicts.py", [EditorSchemaTests.file.path] + files.map(\.path))
        let verdicts = try lines.map { try JSONDecoder().decode(Verdict.self, from: Data($0.utf8)) }
        try #require(verdicts.count == files.count)
        var needed: Set<DiagnosticCode> = []
        for (file, verdict) in zip(files, verdicts) {
            let diagnostics = Pipeline.accept(try Fixture.source(file)).diagnostics
            let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code))
            if codes.isEmpty {
                #expect(!verdict.isRefusal, "\(file.lastPathComponent): \(verdict.errors.first ?? "no YAML")")
            } else if !verdict.isRefusal {
                let silent = codes.subtracting(Self.unsayable.keys)
                #expect(silent.isEmpty, "\(file.lastPathComponent) is wrong, and the schema takes it")
                needed.formUnion(codes)
            }
        }
        let idle = Set(Self.unsayable.keys).subtracting(needed)
        #expect(idle.isEmpty, "the schema says these")
    }
}
