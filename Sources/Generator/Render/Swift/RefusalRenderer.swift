/// What functions by hand may refuse a request with, as an enum whose cases they throw.
enum RefusalRenderer {
    static func render(
        _ problems: [Contract.Problem], _ type: String, _ comment: String, _ source: inout SwiftSource
    ) {
        source.doc(comment)
        source.block("package enum \(type): String, DeclaredProblem") { source in
            for problem in problems {
                source.doc("\(problem.status): \(problem.title)")
                let name = Naming.declared(problem.code)
                source.line(
                    name == problem.code ? "case \(name)" : "case \(name) = \(SwiftLiteral.quoted(problem.code))")
            }
            source.line()
            member("status: Int", problems, { String($0.status) }, &source)
            source.line()
            member("title: String", problems, { SwiftLiteral.quoted($0.title) }, &source)
        }
    }

    private static func member(
        _ head: String, _ problems: [Contract.Problem], _ value: (Contract.Problem) -> String,
        _ source: inout SwiftSource
    ) {
        source.block("package var \(head)") { source in
            source.line("switch self {")
            for problem in problems { source.line("case .\(Naming.declared(problem.code)): \(value(problem))") }
            source.line("}")
        }
    }
}

extension Contract.Operation {
    /// The type of what the function may throw; `nil` when that is nothing of its own.
    var refusalType: String? { problems.isEmpty ? nil : Naming.type(name) + "Refusal" }
}
