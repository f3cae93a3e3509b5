import NIOCore

extension RecordStore {
    /// Moves a record to another state in one statement, its audit event included, and answers the new row.
    ///
    /// Throws 404 when there is no such record, 412 when it has another version than the client expects, and 409 when
    /// it is in a state that the move does not start from.
    func move(_ id: RecordID, by move: Move, detail: ByteBuffer?, _ context: WriteContext) async throws -> Row {
        var parameters = Parameters()
        parameters.uuid(id)
        parameters.int8(context.expected)
        parameters.uuid(context.caller.subject)
        parameters.text(context.requestID)
        parameters.jsonb(detail)
        for _ in 0..<2 {
            if let row = try await write(move.statement, parameters, id: id, context).first {
                committed(move.name, id, row, context)
                return row
            }
            guard let row = try await row(id, deadline: context.deadline) else { throw Problem.notFound }
            if let expected = context.expected, expected != Self.version(of: row) { throw Problem.stale }
            let state = row.string(move.column) ?? ""
            guard move.from.contains(where: { $0.utf8.elementsEqual(state.utf8) }) else { throw move.illegal }
            // Another caller moved it between the two statements, to where this move may start: once more.
        }
        throw move.illegal
    }
}
