/// Whether a check lets in all that another let in, as far as that can be seen from the two.
enum CheckWidening {
    static func isWider(_ new: String, than old: String) -> Bool {
        let (new, old) = (terms(new), terms(old))
        return new.allSatisfy { term in old.contains { covers(term, $0) } }
    }

    /// `(a) AND (b)` → `a`, `b`.
    private static func terms(_ expression: String) -> [String] {
        guard expression.hasPrefix("(") else { return [expression] }
        var (terms, term, depth, isQuoted) = ([String](), "", 0, false)
        for character in expression {
            if character == "'" { isQuoted.toggle() }
            if !isQuoted, character == ")" { depth -= 1 }
            if depth > 0 { term.append(character) }
            if !isQuoted, character == "(" { depth += 1 }
            if depth == 0, !term.isEmpty {
                terms.append(term)
                term = ""
            }
        }
        return terms.count > 1 ? terms : [expression]
    }

    private static func covers(_ new: String, _ old: String) -> Bool {
        if new == old { return true }
        if let (left, words) = choice(new), let (oldLeft, oldWords) = choice(old) {
            return left == oldLeft && oldWords.isSubset(of: words)
        }
        for sign in [" >= ", " <= "] {
            guard let (left, bound) = bound(new, sign), let (oldLeft, oldBound) = self.bound(old, sign) else {
                continue
            }
            return left == oldLeft && (sign == " >= " ? bound <= oldBound : bound >= oldBound)
        }
        return false
    }

    /// `size IN ('a', 'b')`; the words with their quotes.
    private static func choice(_ term: String) -> (String, Set<Substring>)? {
        guard let sign = term.firstRange(of: " IN ("), term.hasSuffix(")") else { return nil }
        let list = term[sign.upperBound...].dropLast()
        return (String(term[..<sign.lowerBound]), Set(list.split(separator: ", ")))
    }

    /// Whole numbers alone: others are compared by nobody here, and are taken for narrower.
    private static func bound(_ term: String, _ sign: String) -> (String, Int)? {
        guard let range = term.firstRange(of: sign), let number = Int(term[range.upperBound...]) else { return nil }
        return (String(term[..<range.lowerBound]), number)
    }
}
