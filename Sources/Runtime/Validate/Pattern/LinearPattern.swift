/// A regular expression whose match takes time linear in the text, whatever the pattern: there is no backtracking.
///
/// The language is the part of ECMAScript's (as JSON Schema's `pattern` uses it) that a finite automaton can do: literals, `.`,
/// classes `[a-z]` `[^…]`, `\d \w \s` and `\D \W \S` (ASCII), groups `(…)` and `(?:…)`, `|`, `? * + {m} {m,} {m,n}`, `^`, `$`, escaped
/// punctuation, `\t \n \r` and `\uXXXX`. Anything else is refused with its place. A character is a Unicode scalar; letters match in their
/// own case only. As in JSON Schema, a pattern that is not anchored may match anywhere in the text.
///
/// This folder stands alone, so that the generator can check patterns with the same source.
package struct LinearPattern: Sendable {
    /// The most instructions that a pattern may become. Each counted repetition repeats its part: `[a-z]{1,100}` is 200.
    package static let maximumInstructions = 2_000
    /// The most groups inside each other.
    package static let maximumDepth = 32
    /// The longest source, in bytes.
    package static let maximumSource = 1_000

    package let source: String
    let program: [Instruction]

    enum Instruction: Sendable {
        case scalars(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start
        case end
        case match
    }

    /// Why a pattern is refused.
    package struct Failure: Error, Equatable, Sendable {
        /// How many Unicode scalars of the pattern stand before the place.
        package let offset: Int
        package let message: String
    }

    package init(_ source: String) throws(Failure) {
        guard source.utf8.count <= Self.maximumSource else {
            throw Failure(offset: 0, message: "a pattern has at most \(Self.maximumSource) bytes")
        }
        self.source = source
        var parser = PatternParser(source)
        let tree = try parser.parse()
        var compiler = PatternCompiler()
        self.program = try compiler.compile(tree)
    }

    /// A pattern that the generator has checked. Traps for one that it would have refused.
    package init(checked source: StaticString) {
        do {
            try self.init(source.description)
        } catch {
            preconditionFailure("pattern \(source): \(error.message)")
        }
    }
}
