extension PoolWorker {
    func accept(
        _ ticket: LoadTicket, _ statement: PreparedStatement, _ keyColumn: Int,
        _ continuation: CheckedContinuation<LoadTicket.Outcome, Never>
    ) {
        guard ticket.isAwaited else {
            measures.count(.cancelled)
            return continuation.resume(returning: .failure(.cancelled))
        }
        ticket.waiter = .task(continuation)
        guard ticket.deadline > .now else { return fail(ticket, .deadlineExceeded) }
        guard machine.waiting.count + pendingLoads < configuration.maximumWaiting else {
            return fail(ticket, .queueFull)
        }
        pendingLoads += 1
        withLoader(statement, keyColumn) { $0.add(ticket) }
        watchDeadline(ticket.deadline)
    }

    /// A load that a query carries already is only left without an answer: the query goes on for the others.
    func cancel(_ ticket: LoadTicket) {
        guard case .task = ticket.waiter else {
            ticket.waiter = .nobody
            return
        }
        fail(ticket, .cancelled)
        sweepLater()
    }

    /// Sends what has gathered, as far as the bound for batches under way lets it.
    func sendBatches() {
        for index in loaders.indices {
            while let tickets = loaders[index]?.nextBatch(configuration), let loader = loaders[index] {
                pendingLoads -= tickets.count
                send(tickets, loader)
            }
        }
    }

    private func send(_ tickets: [LoadTicket], _ loader: BatchLoader) {
        let index = loader.statement.index
        let batch = LoadBatch(tickets, keyColumn: loader.keyColumn) {
            self.loaders[index]?.batchFinished()
            self.endTurnLater()
        }
        let keys = batch.keys
        var parameters = Parameters(reserving: 1, byteCount: 20 + keys.count * 20)
        parameters.uuidArray(keys)
        submit(
            PostgresRequest(loader.statement, parameters, deadline: batch.deadline, waiter: .batch(batch)))
    }

    func failPendingLoads(_ loader: Int, _ error: PostgresError, where isOver: (LoadTicket) -> Bool) {
        let over = loaders[loader]?.removePending(where: isOver) ?? []
        pendingLoads -= over.count
        for ticket in over { fail(ticket, error) }
    }

    private func fail(_ ticket: LoadTicket, _ error: PostgresError) {
        if ticket.isAwaited { measures.count(error) }
        ticket.finish(.failure(error))
    }

    private func withLoader(_ statement: PreparedStatement, _ keyColumn: Int, _ body: (inout BatchLoader) -> Void) {
        while loaders.count <= statement.index { loaders.append(nil) }
        let name = statement.statement.name
        var loader =
            loaders[statement.index].take()
            ?? BatchLoader(
                statement, keyColumn: keyColumn, batchCount: measures.batches(of: name),
                keyCount: measures.batchKeys(of: name))
        precondition(loader.keyColumn == keyColumn, "\(name) is loaded with two key columns")
        body(&loader)
        loaders[statement.index] = loader
    }
}
