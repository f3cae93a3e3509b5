/// A word, a value or a sign of an expression.
struct ExpressionToken: Equatable {
    enum Kind: Equatable {
        /// `and`, `age`, `actor`
        case word(String)
        /// Digits, maybe with a point: `18`, `0.5`
        case number(String)
        /// `30d`, in seconds.
        case duration(Int)
        /// What stands between the quotes.
        case text(String)
        /// `==`, `<=`, `(`
        case sign(String)
        case end
    }

    let kind: Kind
    /// In Unicode scalars from the start of the expression.
    let range: Range<Int>

    /// The token as a message shows it.
    var shown: String {
        switch kind {
        case .word(let text), .number(let text), .sign(let text): "`\(Words.shown(text))`"
        case .duration(let seconds): "the duration of \(seconds) s"
        case .text(let text): "the text \"\(Words.shown(text))\""
        case .end: "the end"
        }
    }
}

/// Why an expression cannot be read. `offset` counts Unicode scalars from its start.
struct ExpressionFault: Error, Equatable {
    let offset: Int
    let message: String
    let help: String
}
