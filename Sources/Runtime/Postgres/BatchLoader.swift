import NIOCore

/// Gathers the loads of one statement into queries with many keys.
///
/// A load joins only a batch that hasn't been sent: one that joined a sent batch could get a row older than a write that
/// was answered before the load began.
struct BatchLoader {
    let statement: PreparedStatement
    let keyColumn: Int
    let batchCount: Counter
    let keyCount: Counter
    private(set) var pending = CircularBuffer<LoadTicket>()
    private var underWay = 0

    init(_ statement: PreparedStatement, keyColumn: Int, batchCount: Counter, keyCount: Counter) {
        self.statement = statement
        self.keyColumn = keyColumn
        self.batchCount = batchCount
        self.keyCount = keyCount
    }

    mutating func add(_ ticket: LoadTicket) {
        pending.append(ticket)
    }

    /// The loads of the next query, if one may go now. Each must be followed by `batchFinished`.
    mutating func nextBatch(_ configuration: PostgresConfiguration) -> [LoadTicket]? {
        let isFree = !configuration.coalesce || underWay < configuration.batchLimit
        guard !pending.isEmpty, isFree else { return nil }
        let size = min(pending.count, configuration.coalesce ? configuration.maximumBatchSize : 1)
        let tickets = Array(pending.prefix(size))
        pending.removeFirst(size)
        underWay += 1
        batchCount.increment()
        keyCount.increment(by: UInt64(size))
        return tickets
    }

    mutating func batchFinished() {
        underWay -= 1
    }

    mutating func removePending(where isOver: (LoadTicket) -> Bool) -> [LoadTicket] {
        guard pending.contains(where: isOver) else { return [] }
        let over = Array(pending.filter(isOver))
        pending.removeAll(where: isOver)
        return over
    }
}
