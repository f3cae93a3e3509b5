import NIOCore

extension PostgresConnection {
    /// Takes what has arrived, then tells of all that is answered by it.
    func receive() {
        guard let handle else { return }
        guard handle.consumeInput() else { return closeAfterInputFailed(handle) }
        let finished = finishedRounds(handle)
        for round in finished { tell(round) }
        guard state != .closed, handle.isBad else { return }
        close(.lost)
    }

    private func closeAfterInputFailed(_ handle: ConnectionHandle) {
        close(state == .settingUp ? .couldNotConnect(handle.message) : .lost)
    }

    private func finishedRounds(_ handle: ConnectionHandle) -> [InFlightRound] {
        var finished: [InFlightRound] = []
        var emptyAnswers = 0
        // Libpq gives one nil after each statement of a round; a third in a row means that it has nothing more to say.
        while !rounds.isEmpty, emptyAnswers < 3, !handle.isBusy {
            guard let result = handle.nextResult() else {
                emptyAnswers += 1
                continue
            }
            emptyAnswers = 0
            if result.kind == .sync {
                finished.append(rounds.removeFirst())
            } else {
                rounds[rounds.startIndex].accept(result)
            }
        }
        return finished
    }

    private func tell(_ round: InFlightRound) {
        guard let request = round.request else { return finishSetUp(round) }
        guard let answer = round.answer else {
            return answered(request, .failure(.connectionLost(wasSent: true)))
        }
        switch answer.kind {
        case .complete: answered(request, .success(Rows(answer)))
        case .failure: failed(round, request, answer)
        case .aborted, .sync, .unexpected: answered(request, .failure(.connectionLost(wasSent: true)))
        }
    }

    /// An answer that was read is told of even when the connection has been lost since: it is the right one.
    private func answered(_ request: PostgresRequest, _ outcome: PostgresRequest.Outcome) {
        if let callbacks { callbacks.answered(request, outcome) } else { request.finish(outcome) }
    }

    private func failed(_ round: InFlightRound, _ request: PostgresRequest, _ answer: ResultHandle) {
        let (error, sqlstate, _) = answer.failure
        if round.failedInPreparation {
            prepared.forget(request.statement, generation: round.generation, step: .prepare)
        } else if let step = SQLState.stepAfterStalePlan(sqlstate) {
            prepared.forget(request.statement, generation: round.generation, step: step)
            // Both are told before the statement runs, so nothing is done twice.
            if !request.wasRetried, request.isAwaited, state == .open {
                request.wasRetried = true
                return send(request)
            }
        }
        answered(request, .failure(SQLState.endsConnection(sqlstate) ? .connectionLost(wasSent: true) : error))
    }
}

/// The SQLSTATEs (Postgres manual, appendix A) that mean something to a connection.
enum SQLState {
    /// What helps a statement whose preparation the server has no more or can't use: 26000 is "prepared statement does
    /// not exist", 0A000 among others "cached plan must not change result type".
    static func stepAfterStalePlan(_ sqlstate: String) -> PreparedNames.Step? {
        switch sqlstate {
        case "26000": .prepare
        case "0A000": .replace
        default: nil
        }
    }

    /// 57P01 to 57P05: the server ends the session; whether the statement counted isn't known. An empty one is libpq's
    /// own failure: the connection broke.
    static func endsConnection(_ sqlstate: String) -> Bool {
        sqlstate.isEmpty || sqlstate.hasPrefix("57P")
    }
}
