/// Lists and near misses for messages.
enum Words {
    /// `` `a`, `b`, `c` ``
    static func list(_ words: some Sequence<String>) -> String {
        words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// A text from the spec, short enough for a message.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
    }

    /// The candidate that a slip of the finger turns into `word`: at most two edits, and fewer than half of its letters.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        guard word.utf8.count <= 64 else { return nil }
        let bound = min(2, max(1, word.utf8.count / 2))
        return candidates.prefix(mostCandidates)
            .filter { abs($0.utf8.count - word.utf8.count) <= bound }
            .map { ($0, distance(word, $0)) }
            .filter { $0.1 <= bound && $0.1 * 2 <= $0.0.utf8.count }
            .min { $0.1 < $1.1 }?.0
    }

    /// What to write for a name that is not there: the one that was probably meant, or all that there are.
    static func help(for word: String, among candidates: [String], _ head: String) -> String {
        if let nearest = nearest(to: word, among: candidates) { return "did you mean `\(nearest)`?" }
        guard !candidates.isEmpty else { return "\(head): none" }
        let more = candidates.count > shownCandidates ? " and others" : ""
        return "\(head) \(list(candidates.prefix(shownCandidates)))\(more)"
    }

    /// How many names a message lists.
    private static let shownCandidates = 12

    /// How many names are compared: a spec may have thousands, and as many mistakes.
    private static let mostCandidates = 100

    /// Edits between two words, a swap of neighbours being one (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.lowercased().utf8), Array(right.lowercased().utf8))
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
