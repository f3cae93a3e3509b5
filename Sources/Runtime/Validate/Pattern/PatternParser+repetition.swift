extension PatternParser {
    /// Reads `? * + {m,n}` behind an atom that starts at `start`.
    mutating func repeated(_ atom: PatternTree, from start: Int) throws(LinearPattern.Failure) -> PatternTree {
        let offset = position
        guard let (minimum, maximum) = try bounds() else { return atom }
        switch atom {
        case .start, .end: throw failure("an anchor can't be repeated", at: offset)
        default: break
        }
        if let scalar = next, ["?", "*", "+", "{"].contains(scalar) {
            throw failure("lazy, possessive and doubled repetitions are not part of the pattern language")
        }
        return .repetition(atom, minimum: minimum, maximum: maximum, offset: start)
    }

    private mutating func bounds() throws(LinearPattern.Failure) -> (Int, Int?)? {
        if take("?") { return (0, 1) }
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        let start = position
        guard take("{") else { return nil }
        guard let minimum = try count() else { throw failure("write {m}, {m,} or {m,n}", at: start) }
        var maximum: Int? = minimum
        if take(",") { maximum = try count() }
        guard take("}") else { throw failure("write {m}, {m,} or {m,n}", at: start) }
        if let maximum, maximum < minimum { throw failure("the smaller number comes first", at: start) }
        return (minimum, maximum)
    }

    private mutating func count() throws(LinearPattern.Failure) -> Int? {
        let start = position
        var value = 0
        while let digit = next, ("0"..."9").contains(digit) {
            value = value * 10 + Int(digit.value - 0x30)
            guard value <= 1_000 else { throw failure("a repetition counts to 1000 at most", at: start) }
            position += 1
        }
        return position == start ? nil : value
    }
}
