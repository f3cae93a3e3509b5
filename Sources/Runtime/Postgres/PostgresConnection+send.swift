extension PostgresConnection {
    /// Puts a request into the pipeline; it goes out at the end of the turn at the latest. When the connection turns out
    /// to be lost, the request is failed and `callbacks.closed` told.
    func send(_ request: PostgresRequest) {
        guard state == .open, let handle else {
            return request.finish(.failure(.connectionLost(wasSent: false)))
        }
        let (step, generation) = prepared.use(request.statement)
        let statement = request.statement.statement
        guard prepare(statement, step, handle), handle.sendExecute(name: statement.name, request.parameters) else {
            // Without a sync the server carries nothing out for good.
            request.finish(.failure(.connectionLost(wasSent: false)))
            return close(.lost)
        }
        rounds.append(InFlightRound(request, preliminaries: step.count, generation: generation))
        guard handle.sendSync() else { return close(.lost) }
        flushAtEndOfTurn()
    }

    private func prepare(_ statement: Statement, _ step: PreparedNames.Step, _ handle: ConnectionHandle) -> Bool {
        if step == .replace, !handle.sendQuery("DEALLOCATE \(statement.name.asIdentifier)", texts: []) { return false }
        if step == .none { return true }
        return handle.sendPrepare(name: statement.name, sql: statement.sql, types: statement.parameterTypes)
    }

    private func flushAtEndOfTurn() {
        guard !willFlush else { return }
        willFlush = true
        reactor.atEndOfTurn { [weak self] in
            self?.willFlush = false
            self?.flush()
        }
    }

    func flush() {
        guard state != .closed, let handle else { return }
        guard let isMoreLeft = handle.flush() else { return close(.lost) }
        watch(handle.socket, isMoreLeft ? [.read, .write] : .read)
    }
}

extension String {
    /// As a quoted identifier of SQL.
    var asIdentifier: String {
        "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
