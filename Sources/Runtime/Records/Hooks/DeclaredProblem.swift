/// A problem that the spec declares under `problems:`, and that only the functions which it stands by may throw. The
/// generator emits an enum of them for each operation, and for the hooks of each resource that have some:
///
///     throw Profile.Refusal.accountClosed
///     throw CheckNameRefusal.tooCommon.saying("Eleven show it.")
package protocol DeclaredProblem: Error, Sendable {
    /// The word that clients switch on.
    var code: String { get }
    /// One of the statuses from 402 on that the checker lets functions answer with.
    var status: Int { get }
    /// One sentence for every problem of this code.
    var title: String { get }
}

extension DeclaredProblem where Self: RawRepresentable<String> {
    package var code: String { rawValue }
}

extension DeclaredProblem {
    /// The same with what is particular to this occurrence.
    /// - Parameter detail: a sentence for people, without a value that not everybody may see.
    package func saying(_ detail: String) -> DetailedProblem<Self> {
        DetailedProblem(problem: self, detail: detail)
    }
}

/// A declared problem with a sentence about its occurrence.
package struct DetailedProblem<Declared: DeclaredProblem>: Error {
    let problem: Declared
    let detail: String
}

/// For functions that the spec declares no problems for.
package enum NoRefusal: DeclaredProblem {
    package var code: String { switch self {} }
    package var status: Int { switch self {} }
    package var title: String { switch self {} }
}
