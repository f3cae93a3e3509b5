import Foundation
import SpecCheckout
import TestSupport
import Testing

@testable import Generator

/// Every spec of the tests, wrong and right, goes to the checker and to a draft-07 validator with the schema for editors.
@Suite("The schema for editors and the checker")
struct SchemaVerdictTests {
    /// What a JSON Schema cannot say, by code. A code is here only if there is a spec that the checker refuses for it and
    /// the schema takes.
    private static let unsayable: [DiagnosticCode: String] = [
        .forbiddenCharacter: "editors take what can be seen in two ways, and a schema sees the value alone",
        .byteOrderMark: "a schema sees the value, and no byte order mark",
        .tag: "a schema sees the value that a tag makes",
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
        .keyDoesNotApply: "whether a map can have a default is told by what its keys are",
        .erasure: "what is done with a value is compared with whether it may be missing",
        .formerName: "former names are compared with those of other fields",
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
        .enumerationValues: "values are compared as Swift spells them",
        .expressionSyntax: "an expression is a language of its own",
        .expressionType: "an expression is a language of its own",
        .expressionName: "an expression is a language of its own",
        .askedByOwnersAlone: "which roles are owners stands in `roles`",
        .filterWithoutIndex: "a length and an operator are compared",
        .personalKey: "the key is a field that the spec names elsewhere",
        .unknownMoveState: "states are values of a field that stands elsewhere",
        .stateField: "the field that holds a state stands elsewhere",
        .unreachableState: "all operations together make a state reachable",
        .writtenState: "who writes the state is said at its field",
        .operationRoute: "paths are compared with each other",
        .computedReveals: "who reads a field is an access list, and its meaning is in `roles`",
        .hookNeverCalled: "a hook is compared with the access list of its resource",
        .functionName: "one name stands for one function over the whole spec",
        .operationShape: "whether a resource is a part of another is said at the resource",
        .problemCode: "codes are compared with those of the API itself",
        .problemStatus: "a range of numbers is said, and not that some of them are the server's own",
        .problemDiffers: "problems are compared over the whole spec",
        .problemNeverThrown: "which key is there besides is compared",
        .stepsNotTaken: "who writes a field and what moves it stand elsewhere",
        .noState: "whether a value may be missing is said by two other keys",
        .needlessStep: "the values of a map are compared with its keys",
        .removedAndThere: "names and columns are compared over the whole spec",
        .referenceTarget: "resources and their keys are names that the spec chooses elsewhere",
        .deletionRule: "what a deletion does is compared with the rules of its field",
        .cascadeCycle: "cascades go over several resources",
        .ownership: "owners are named by fields that stand elsewhere",
        .formerNameTime: "dates are compared",
        .deprecation: "a field is named that stands elsewhere, and two dates are compared",
    ]

    private struct Verdict: Decodable {
        let file: String
        let errors: [String]
        /// What a YAML parser says when the file is no YAML.
        let unreadable: String?

        var isRefusal: Bool { unreadable != nil || !errors.isEmpty }
    }

    /// Whole specs: of files, of the page of the language, and of the pages of the codes.
    private static func corpus() throws -> [(name: String, bytes: [UInt8])] {
        var files = [Fixture.shippedSpec, Fixture.everything]
        let folder = Fixture.folder.resolvingSymlinksInPath()
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        where file.pathExtension == "yaml" { files.append(file) }
        var specs = try files.sorted { $0.path < $1.path }.map {
            ($0.lastPathComponent, Array(try Data(contentsOf: $0)))
        }
        for (number, text) in try SpecPageTests.specs().enumerated() {
            specs.append(("example \(number) of docs/spec.md", Array(text.utf8)))
        }
        for code in DiagnosticCode.allCases {
            guard let example = code.example else { continue }
            specs.append(("the wrong spec of \(code)", Array(example.wrong.utf8)))
            specs.append(("the right spec of \(code)", Array(example.right.utf8)))
        }
        return specs
    }

    @Test("give the same verdict on every spec, but for what a schema cannot say")
    func verdicts() throws {
        let specs = try Self.corpus()
        #expect(specs.count > 300)
        let scratch = try Scratch()
        let files = try specs.enumerated().map { number, spec in
            let file = scratch.folder.appending(path: "\(number).yaml")
            try Data(spec.bytes).write(to: file)
            return file
        }
        let lines = try PythonTools.run(
            "schema-verdicts.py", [EditorSchemaTests.file.path] + files.map(\.path))
        let verdicts = try lines.map { try JSONDecoder().decode(Verdict.self, from: Data($0.utf8)) }
        try #require(verdicts.count == specs.count)
        var needed: Set<DiagnosticCode> = []
        for (spec, verdict) in zip(specs, verdicts) {
            let diagnostics = Pipeline.accept(SpecSource(path: spec.name, bytes: spec.bytes)).diagnostics
            let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code))
            if codes.isEmpty {
                #expect(!verdict.isRefusal, "\(spec.name): \(verdict.errors.first ?? "no YAML")")
            } else if !verdict.isRefusal {
                let silent = codes.subtracting(Self.unsayable.keys)
                #expect(silent.isEmpty, "\(spec.name) is wrong, and the schema takes it")
                needed.formUnion(codes)
            }
        }
        let idle = Set(Self.unsayable.keys).subtracting(needed)
        #expect(idle.isEmpty, "the schema says these")
    }
}
