/// Finds functions that look like hooks and that nothing calls. A hook is called when the spec asks for it and the person's
/// type says that it has it; where it is optional, nobody misses one that is misspelled, or that was never declared.
struct UncalledHooks {
    private let plan: HookPlan
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
        self.plan = HookPlan(contract)
    }

    func findings(in files: [SpecSource]) -> [Diagnostic] {
        let read = files.map { (source: $0, tokens: HandWrittenTokens($0.bytes).tokens) }
        let declared = Set(read.flatMap { Self.conformances(in: $0.tokens) })
        return read.flatMap { file in
            let findings = Findings(file.source)
            for function in Self.functions(in: file.tokens) { check(function, declared, file.source, findings) }
            return findings.sorted
        }
    }

    private func check(_ function: Function, _ declared: Set<String>, _ source: SpecSource, _ findings: Findings) {
        guard let resource = contract.resources.first(where: { $0.typeName == function.model }) else { return }
        let start = source.mark(ofByte: function.name.offset)
        let length = function.name.text.unicodeScalars.count
        let span = Span(
            start, Mark(line: start.line, column: start.column + length, offset: start.offset + length))
        let moment = function.moment
        guard let hook = plan.hooks.first(where: { $0.resource.name == resource.name && $0.moment == moment }) else {
            return findings.error(
                .uncalledHook, at: span,
                "nothing calls this: the spec asks for no `\(moment.rawValue)` of `\(resource.name)`",
                help: "write `hooks: {\(moment.rawValue): optional}` under `\(resource.name)` in the spec, or remove it"
            )
        }
        // Of a required one, the compiler says at the line of the spec what it lacks.
        guard !hook.isRequired, !declared.contains(hook.protocolName) else { return }
        findings.error(
            .uncalledHook, at: span,
            "nothing calls this: `\(WitnessFile.own)` does not say that it is a `\(hook.protocolName)`",
            help: "write `extension \(WitnessFile.own): \(hook.protocolName)`, with `\(moment.function)` in it")
    }

    private struct Function {
        let name: HandWrittenTokens.Token
        let moment: Spec.Hook.Moment
        let model: String
    }

    /// The functions whose first parameter is what a hook is given: `func name(_ change: inout BeforeUpdate<Profile>`.
    private static func functions(in tokens: [HandWrittenTokens.Token]) -> [Function] {
        tokens.indices.compactMap { place in
            guard tokens[place].text == "func", place + 2 < tokens.count else { return nil }
            var rest = tokens[(place + 2)...].map(\.text).prefix(16)[...]
            guard rest.popFirst() == "(", let colon = rest.firstIndex(of: ":") else { return nil }
            let type = rest[rest.index(after: colon)...].filter {
                $0 != "inout" && $0 != "borrowing" && $0 != "consuming"
            }
            guard type.count >= 4, type[1] == "<" || type.dropFirst().first == "." else { return nil }
            let words = type.prefix { $0 != ">" }.filter { $0 != "." && $0 != "<" }
            guard let moment = Spec.Hook.Moment.allCases.first(where: { words.contains($0.argument) }),
                let model = words.last, model != moment.argument
            else { return nil }
            return Function(name: tokens[place + 1], moment: moment, model: model)
        }
    }

    /// What is listed behind `extension APIHooks:` and `struct APIHooks:`.
    private static func conformances(in tokens: [HandWrittenTokens.Token]) -> [String] {
        tokens.indices.flatMap { place -> [String] in
            guard tokens[place].text == WitnessFile.own, place > 0, place + 1 < tokens.count,
                ["extension", "struct", "class", "actor", "enum"].contains(tokens[place - 1].text),
                tokens[place + 1].text == ":"
            else { return [] }
            return tokens[(place + 2)...].prefix { $0.text != "{" }.map(\.text)
        }
    }
}

extension Spec.Hook.Moment {
    /// The name of the hook's function.
    fileprivate var function: String { Naming.member(rawValue) }

    /// The type of what it is given.
    fileprivate var argument: String { self == .afterCommit ? "Committed" : Naming.type(rawValue) }
}
