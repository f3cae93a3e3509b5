/// Reads the text of a pattern by recursive descent; groups are bounded, so the recursion is.
struct PatternParser {
    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    var next: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    mutating func parse() throws(LinearPattern.Failure) -> PatternTree {
        let tree = try choice()
        guard next == nil else { throw failure("this parenthesis closes nothing") }
        return tree
    }

    func failure(_ message: String, at offset: Int? = nil) -> LinearPattern.Failure {
        LinearPattern.Failure(offset: offset ?? position, message: message)
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice() throws(LinearPattern.Failure) -> PatternTree {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(LinearPattern.Failure) -> PatternTree {
        var parts: [PatternTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let start = position
            let atom = try atom()
            parts.append(try repeated(atom, from: start))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(LinearPattern.Failure) -> PatternTree {
        let start = position
        let scalar = scalars[position]
        position += 1
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .scalars(ScalarSet.lineEnds.inverted)
        case "(": return try group(from: start)
        case "[": return .scalars(try characterClass(from: start))
        case "\\": return .scalars(try escape(from: start))
        case "*", "+", "?": throw failure("there is nothing to repeat before \(scalar)", at: start)
        case "{", "}", "]": throw failure("write \\\(scalar) for the character itself", at: start)
        default: return .scalars(ScalarSet(scalar))
        }
    }

    private mutating func group(from start: Int) throws(LinearPattern.Failure) -> PatternTree {
        if take("?"), !take(":") {
            throw failure("only (…) and (?:…) can be matched in linear time: no look-around, names or flags", at: start)
        }
        depth += 1
        guard depth <= LinearPattern.maximumDepth else { throw failure("groups are nested too deeply", at: start) }
        let tree = try choice()
        guard take(")") else { throw failure("this group is not closed", at: start) }
        depth -= 1
        return tree
    }
}
