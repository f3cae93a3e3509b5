/// The way from the text of a spec to the files that are generated from it.
package enum Pipeline {
    /// What a run over one spec gave.
    package struct Outcome: Sendable {
        /// All of `GeneratedFile.names`, or none when the spec has errors.
        package let files: [GeneratedFile]
        /// In the order of the spec; without an error among them there are files.
        package let diagnostics: [Diagnostic]

        package var isRejected: Bool {
            diagnostics.contains { $0.severity == .error }
        }
    }

    /// Reads and checks a spec, and renders it when it has no errors.
    /// - Parameters:
    ///   - parts: what of it is rendered.
    ///   - handWork: the files of what is written by hand, when it is to be bound.
    ///   - committed: the migrations beside the spec; none for a spec that has no such folder.
    ///   - isFrozen: whether a spec without its migration is refused, or only said to be one.
    package static func generate(
        _ source: SpecSource, _ parts: Parts = .api, handWork: [SpecSource] = [],
        committed: CommittedMigrations = .init(), isFrozen: Bool = false
    ) -> Outcome {
        let read = read(source, isHashed: !parts.areWitnessAlone)
        var diagnostics = read.diagnostics
        guard let accepted = read.accepted else { return Outcome(files: [], diagnostics: diagnostics) }
        let contract = accepted.contract
        if let finding = ahead(contract, source, committed, isFrozen) {
            diagnostics.insert(finding, at: 0)
            if isFrozen { return Outcome(files: [], diagnostics: diagnostics) }
        }
        // What the spec's own target has been warned of is not said again in the one that is bound to it.
        if case .witness = parts { diagnostics = [] }
        let uncalled = UncalledHooks(contract).findings(in: handWork)
        guard uncalled.isEmpty else { return Outcome(files: [], diagnostics: diagnostics + uncalled) }
        let files =
            switch parts {
            case .api: render(accepted, committed)
            case .apiWithWitness: render(accepted, committed) + [witness(accepted.spec, source, module: nil)]
            case .witness(let module): [witness(accepted.spec, source, module: module)]
            }
        return Outcome(files: files, diagnostics: diagnostics)
    }

    /// What is to be generated.
    package enum Parts: Sendable {
        /// `GeneratedFile.names`
        case api
        /// The same, and what binds the code by hand of the same module.
        case apiWithWitness
        /// Just what binds the code by hand of another module to the API that is this one.
        case witness(of: String)

        var areWitnessAlone: Bool {
            if case .witness = self { true } else { false }
        }
    }

    private static func witness(_ spec: Spec, _ source: SpecSource, module: String?) -> GeneratedFile {
        GeneratedFile(
            name: GeneratedFile.witness, text: WitnessFile.render(spec, path: source.path, module: module))
    }

    /// A spec that stores something else than its last migration makes.
    private static func ahead(
        _ contract: Contract, _ source: SpecSource, _ committed: CommittedMigrations, _ isFrozen: Bool
    ) -> Diagnostic? {
        guard let last = committed.migrations.last, last.entry.to != Schema(contract).hash else { return nil }
        return Diagnostic(
            severity: isFrozen ? .error : .warning, code: .specAhead, path: source.path,
            place: Place(start: .start, end: .start, sourceLine: ""),
            message: "the spec is ahead of its migrations: it stores something else than \(last.entry.id) makes",
            help:
                "run `rosterc migrate plan` to see the difference, then `rosterc migrate new NAME`, and commit what it writes",
            notes: [])
    }

    /// Reads and checks a spec. The spec is `nil` when there is an error among the findings.
    package static func accept(_ source: SpecSource) -> (spec: Spec?, diagnostics: [Diagnostic]) {
        let read = read(source, isHashed: false)
        return (read.accepted?.spec, read.diagnostics)
    }

    /// A spec without errors, and what it means.
    private struct Accepted {
        var spec: Spec
        var contract: Contract
        /// Of the contract; empty where nobody asks for it.
        var hash: String
    }

    /// - Parameter isHashed: whether the hash of the contract is needed. It is a good part of a run and can be taken of any
    ///   contract, so it is made beside the checks.
    private static func read(_ source: SpecSource, isHashed: Bool) -> (accepted: Accepted?, diagnostics: [Diagnostic]) {
        let findings = Findings(source)
        guard let spec = parse(source, findings) else { return (nil, findings.sorted) }
        // One that is over the limits may be as large as a text can be: it is looked at when all else is well.
        let contract = spec.isWithinLimits ? Contract(spec) : nil
        var hash: String?
        if isHashed, let contract {
            hash = Parallel.both({ check(spec, contract, findings) }, beside: { contract.hash }).1
        } else {
            check(spec, contract, findings)
        }
        guard !findings.containsError else { return (nil, findings.sorted) }
        let meaning = contract ?? Contract(spec)
        let accepted = Accepted(spec: spec, contract: meaning, hash: hash ?? (isHashed ? meaning.hash : ""))
        return (accepted, findings.sorted)
    }

    /// Renderers know nothing of each other, so they run on all cores; each makes a text of its own, and the texts are put
    /// together in a fixed order.
    private static func render(_ accepted: Accepted, _ committed: CommittedMigrations) -> [GeneratedFile] {
        let contract = accepted.contract
        let document = ContractDocument(contract: accepted.hash, schema: Schema(contract))
        let tree = Once { OpenAPIDocument(contract).tree }
        // The long ones first, but for the page, which needs what the first begins with. The two parts of a file are named in
        // its order.
        let renderers: [(file: String, render: @Sendable () -> String)] = [
            ("OpenAPI.swift", { OpenAPIFile.document(tree.value) }),
            ("Statements.swift", { StatementsFile.render(contract) }),
            ("Migration.swift", { MigrationFile.render(document, committed) }),
            ("OpenAPI.swift", { OpenAPIFile.page(tree.value) }),
            ("Resources.swift", { ResourcesFile.render(contract) }),
            ("Input.swift", { InputFile.render(contract) }),
            ("Access.swift", { AccessFile.render(contract) }),
            ("Models.swift", { ModelsFile.render(contract) }),
            ("Output.swift", { OutputFile.render(contract) }),
            ("Routes.swift", { RoutesFile.render(contract) }),
            ("Contract.swift", { ContractFile.render(contract, hash: document.contract) }),
            ("Operations.swift", { OperationsFile.render(contract) }),
            ("Hooks.swift", { HooksFile.render(contract) }),
        ]
        let texts = Dictionary(
            zip(renderers.map(\.file), Parallel.run(renderers.map(\.render))), uniquingKeysWith: +)
        return GeneratedFile.names.map { GeneratedFile(name: $0, text: texts[$0, default: ""]) }
    }
}
