/// How far two words are apart.
package enum EditDistance {
    /// Longer names are not compared: their work would be the product of their lengths.
    private static let longest = 64

    /// The nearest of `known` within two insertions, removals, exchanges of one character or of two neighbours.
    package static func nearest(to name: String, in known: [String]) -> String? {
        let name = Array(name.utf8.prefix(longest + 1))
        guard name.count <= longest else { return nil }
        var best: (distance: Int, word: String)?
        for word in known {
            let letters = Array(word.utf8)
            // Two changes make any word of two letters out of any other.
            let bound = min(2, min(letters.count, name.count) - 1)
            let distance = distance(name, letters)
            if distance <= bound, distance < best?.distance ?? .max { best = (distance, word) }
        }
        return best?.word
    }

    /// Optimal string alignment.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= 2 else { return .max }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
