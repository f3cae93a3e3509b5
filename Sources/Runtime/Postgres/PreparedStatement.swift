/// A statement as a pool knows it: its place among the pool's statements, and its measures.
final class PreparedStatement: Sendable {
    /// Counts from 0, in the order of first use.
    let index: Int
    let statement: Statement
    let duration: Histogram

    init(index: Int, statement: Statement, duration: Histogram) {
        self.index = index
        self.statement = statement
        self.duration = duration
    }

    /// Whether `other` is the same statement; a name stands for one text.
    func isSame(as other: Statement) -> Bool {
        let (mine, theirs) = (statement.sql, other.sql)
        if mine.utf8Start == theirs.utf8Start { return true }
        return mine.withUTF8Buffer { mine in theirs.withUTF8Buffer { mine.elementsEqual($0) } }
    }
}

/// What one connection has prepared.
struct PreparedNames {
    /// What must be sent before a statement can be executed.
    enum Step {
        case none
        case prepare
        /// The server has it, but with a plan that no longer fits its tables.
        case replace

        /// How many statements it is.
        var count: Int {
            switch self {
            case .none: 0
            case .prepare: 1
            case .replace: 2
            }
        }
    }

    private struct Entry {
        var step = Step.prepare
        /// Counts the preparations, so that a late failure of an earlier one doesn't undo a later one.
        var generation: UInt32 = 0
    }

    private var entries: [Entry] = []

    /// What to send for a use of `statement` now; it counts as prepared from here on.
    mutating func use(_ statement: PreparedStatement) -> (step: Step, generation: UInt32) {
        while entries.count <= statement.index { entries.append(Entry()) }
        let step = entries[statement.index].step
        if step != .none {
            entries[statement.index].step = .none
            entries[statement.index].generation &+= 1
        }
        return (step, entries[statement.index].generation)
    }

    /// A use of preparation `generation` failed since the server has it no more, or not rightly.
    mutating func forget(_ statement: PreparedStatement, generation: UInt32, step: Step) {
        guard entries[statement.index].generation == generation else { return }
        entries[statement.index].step = step
    }
}
