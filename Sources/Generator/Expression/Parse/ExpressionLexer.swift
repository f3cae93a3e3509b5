/// Cuts an expression into tokens.
struct ExpressionLexer {
    /// In Unicode scalars.
    static let longest = 2_000

    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// The tokens of `text`, `.end` the last of them.
    static func tokens(_ text: String) throws(ExpressionFault) -> [ExpressionToken] {
        var lexer = Self(scalars: Array(text.unicodeScalars))
        guard lexer.scalars.count <= longest else {
            throw ExpressionFault(
                offset: longest, message: "an expression has at most \(longest) characters",
                help: "make several checks of it")
        }
        var tokens: [ExpressionToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        let end = lexer.scalars.count
        return tokens + [ExpressionToken(kind: .end, range: end..<end)]
    }

    private mutating func next() throws(ExpressionFault) -> ExpressionToken? {
        while position < scalars.count, [" ", "\n"].contains(scalars[position]) { position += 1 }
        guard position < scalars.count else { return nil }
        let start = position
        let kind = try kind(scalars[start])
        return ExpressionToken(kind: kind, range: start..<position)
    }

    private mutating func kind(_ first: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken.Kind {
        switch first {
        case "a"..."z", "A"..."Z", "_": .word(take(Self.isWord))
        case "0"..."9": try number()
        case "'", "\"": try quoted(by: first)
        default: try sign()
        }
    }

    private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while position < scalars.count, belongs(scalars[position]) {
            text.append(scalars[position])
            position += 1
        }
        return String(text)
    }

    /// `18`, `0.5`, or with a unit behind it a duration.
    private mutating func number() throws(ExpressionFault) -> ExpressionToken.Kind {
        let start = position
        var digits = take(Self.isDigit)
        if position + 1 < scalars.count, scalars[position] == ".", Self.isDigit(scalars[position + 1]) {
            position += 1
            digits += "." + take(Self.isDigit)
        }
        guard position < scalars.count, Self.isWord(scalars[position]) else {
            guard digits.utf8.count <= Self.mostDigits else {
                throw ExpressionFault(
                    offset: start, message: "a number has at most \(Self.mostDigits) digits", help: "write fewer")
            }
            return .number(digits)
        }
        let unit = take(Self.isWord)
        let units = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let seconds = units[unit], let count = Int(digits), count <= Self.mostSeconds / seconds else {
            throw ExpressionFault(
                offset: start, message: "`\(Words.shown(digits + unit))` is neither a number nor a duration",
                help: "durations are at most 1,000,000 days: `30d`, `12h`, `5m`, `60s`")
        }
        return .duration(count * seconds)
    }

    /// A quote inside is written twice, as in SQL.
    private mutating func quoted(by quote: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken.Kind {
        let start = position
        var text = String.UnicodeScalarView()
        position += 1
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == quote {
                guard position < scalars.count, scalars[position] == quote else { return .text(String(text)) }
                position += 1
            }
            text.append(scalar)
        }
        throw ExpressionFault(offset: start, message: "this text has no end", help: "close it with `\(quote)`")
    }

    private mutating func sign() throws(ExpressionFault) -> ExpressionToken.Kind {
        let rest = scalars[position...].prefix(2)
        for sign in Self.signs where rest.starts(with: sign.unicodeScalars) {
            position += sign.unicodeScalars.count
            return .sign(sign)
        }
        for (sign, word) in Self.foreign where rest.starts(with: sign.unicodeScalars) {
            throw ExpressionFault(
                offset: position, message: "`\(sign)` is not a sign of expressions", help: "write `\(word)`")
        }
        throw ExpressionFault(
            offset: position, message: "`\(scalars[position])` is not a sign of expressions",
            help: "they are `\(Self.signs.joined(separator: " "))` and the words `and or not in is`")
    }

    /// The longer ones first.
    private static let signs = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "(", ")", "[", "]", ",", "."]
    private static let foreign = [("&&", "and"), ("||", "or"), ("!", "not"), ("<>", "!="), ("=", "==")]
    /// As many as a `decimal` may have.
    private static let mostDigits = 39
    /// 1,000,000 days: what is moved by them stays a date of Postgres.
    static let mostSeconds = 86_400_000_000

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
