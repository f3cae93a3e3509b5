extension PatternParser {
    /// Reads the rest of `[…]`, whose bracket stands at `start`.
    mutating func characterClass(from start: Int) throws(LinearPattern.Failure) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet()
        while !take("]") {
            guard next != nil else { throw failure("this class is not closed", at: start) }
            let first = position
            let lower = try classMember()
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.formUnion(lower.set)
                continue
            }
            position += 1
            let upper = try classMember()
            guard let low = lower.scalar, let high = upper.scalar else {
                throw failure("a range goes from one character to another", at: first)
            }
            guard low <= high else { throw failure("this range goes backwards", at: first) }
            set.insert(low.value...high.value)
        }
        return isInverted ? set.inverted : set
    }

    /// One member of a class, and its scalar where it is a single one.
    private mutating func classMember() throws(LinearPattern.Failure) -> (set: ScalarSet, scalar: Unicode.Scalar?) {
        let start = position
        guard let scalar = next else { throw failure("this class is not closed") }
        position += 1
        guard scalar == "\\" else {
            guard scalar != "[" else { throw failure("write \\[ for the character itself", at: start) }
            return (ScalarSet(scalar), scalar)
        }
        if let single = try escapedScalar() { return (ScalarSet(single), single) }
        return (try escape(from: start), nil)
    }

    /// Reads the rest of an escape, whose backslash stands at `start`.
    mutating func escape(from start: Int) throws(LinearPattern.Failure) -> ScalarSet {
        if let scalar = try escapedScalar() { return ScalarSet(scalar) }
        guard let letter = next else { throw failure("nothing follows the backslash", at: start) }
        position += 1
        switch letter {
        case "d": return .digits
        case "w": return .wordCharacters
        case "s": return .spaces
        case "D": return ScalarSet.digits.inverted
        case "W": return ScalarSet.wordCharacters.inverted
        case "S": return ScalarSet.spaces.inverted
        case "0"..."9", "k": throw failure("back-references can't be matched in linear time", at: start)
        case "b", "B": throw failure("word boundaries are not part of the pattern language", at: start)
        case "p", "P": throw failure("Unicode properties are not part of the pattern language", at: start)
        default: throw failure("\\\(letter) is not part of the pattern language", at: start)
        }
    }

    /// Reads what follows a backslash where it stands for a single character; `nil`, and nothing read, where it does not.
    private mutating func escapedScalar() throws(LinearPattern.Failure) -> Unicode.Scalar? {
        guard let letter = next else { return nil }
        switch letter {
        case "t": position += 1; return "\t"
        case "n": position += 1; return "\n"
        case "r": position += 1; return "\r"
        case "u": return try codeUnit()
        case _ where isPunctuation(letter): position += 1; return letter
        default: return nil
        }
    }

    private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !ScalarSet.wordCharacters.contains(scalar.value)
    }

    private mutating func codeUnit() throws(LinearPattern.Failure) -> Unicode.Scalar {
        let start = position
        position += 1
        let digits = scalars[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit),
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16), let scalar = Unicode.Scalar(value)
        else { throw failure("write \\u and four hexadecimal digits, not a surrogate", at: start - 1) }
        position += 4
        return scalar
    }
}
