/// What a function by hand may refuse a request with can be told apart from all else, and something can throw it.
struct ProblemsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        var first: [String: Spec.Problem] = [:]
        for resource in spec.resources {
            each(of: resource.problems, &first, findings)
            if let problem = resource.problems.first, !resource.hooks.contains(where: \.moment.mayRefuse) {
                findings.error(
                    .problemNeverThrown, at: problem.code.span,
                    "`\(resource.name.value)` has no hook before a change that could refuse it",
                    help: "add `before_create`, `before_update` or `before_delete`, or remove `problems`")
            }
        }
        for operation in spec.operations { each(of: operation.problems, &first, findings) }
    }

    private func each(of problems: [Spec.Problem], _ first: inout [String: Spec.Problem], _ findings: Findings) {
        var cases: [String: Spec.Problem] = [:]
        for problem in problems {
            code(problem, findings)
            status(problem, findings)
            title(problem, findings)
            let code = problem.code.value
            if let other = cases.updateValue(problem, forKey: Naming.member(code)) {
                findings.error(
                    .nameUsedTwice, at: problem.code.mark,
                    "`\(code)` and `\(other.code.value)` are both `\(Naming.member(code))` in Swift",
                    help: "rename one of them")
            }
            guard let other = first[code] else {
                first[code] = problem
                continue
            }
            guard other.status.value != problem.status.value || other.title.value != problem.title.value else {
                continue
            }
            findings.error(
                .problemDiffers, at: problem.code.span, "`\(code)` is another problem elsewhere",
                help: "write the same status and title, or give it a code of its own",
                notes: [Related("here it is \(other.status.value)", at: other.code.mark)])
        }
    }

    private func code(_ problem: Spec.Problem, _ findings: Findings) {
        let code = problem.code.value
        if Self.members.contains(Naming.member(code)) {
            return findings.error(
                .reservedWord, at: problem.code.mark, "every problem in Swift has a member `\(Naming.member(code))`",
                help: "use another code, which says what is wrong")
        }
        guard ClientText.problemCodes.contains(code) || Self.kept.contains(code) else { return }
        findings.error(
            .problemCode, at: problem.code.span, "the API itself has problems of the code `\(code)`",
            help: "use another code, which says what is particular: `\(code)_here`")
    }

    /// What clients have in the place of a code when an answer was none of the API's.
    private static let kept: Set<String> = ["unexpected_answer"]

    /// What the enum of a function's problems has besides its cases.
    private static let members: Set<String> = [
        "code", "status", "title", "saying", "rawValue", "hashValue", "self", "init",
    ]

    private func status(_ problem: Spec.Problem, _ findings: Findings) {
        guard !Spec.Problem.allowed.contains(problem.status.value) else { return }
        findings.error(
            .problemStatus, at: problem.status.span, "a function does not answer with \(problem.status.value)",
            help: "write one of \(Spec.Problem.statusWords)")
    }

    private func title(_ problem: Spec.Problem, _ findings: Findings) {
        let title = problem.title
        if title.value.utf8.count > Self.longestTitle {
            findings.error(
                .malformedValue, at: title.mark, "a title is longer than \(Self.longestTitle) bytes",
                help: "write one sentence; what is particular to an occurrence is its detail")
        } else if title.value.isEmpty {
            findings.error(.malformedValue, at: title.mark, "a title is empty", help: "write one sentence")
        }
    }

    private static let longestTitle = 200
}

extension Spec.Hook.Moment {
    /// Whether the hook is asked before the change, so that it can refuse it.
    var mayRefuse: Bool { self != .afterCommit }
}
