/// The answer of one query: its rows, which stay in libpq's memory.
package struct Rows: Sendable, RandomAccessCollection {
    let result: ResultHandle
    package let startIndex = 0
    package let endIndex: Int

    init(_ result: ResultHandle) {
        self.result = result
        self.endIndex = result.rowCount
    }

    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < endIndex, "row \(position) of \(endIndex)")
        return Row(result: result, index: position)
    }

    /// How many rows an INSERT, UPDATE, DELETE or MERGE touched; for a query, how many it gave.
    package var affected: Int { result.affected }
}
