extension PostgresConnection {
    /// Starts to connect; `callbacks` tell how it went, not before this call has returned to the reactor.
    func connect() {
        connectTimer = reactor.schedule(at: .now + configuration.connectTimeout) { [weak self] in
            guard let self else { return }
            self.connectTimer = nil
            self.close(.couldNotConnect("no answer within \(self.configuration.connectTimeout)"))
        }
        guard let handle = ConnectionHandle(url: configuration.url, applicationName: configuration.applicationName),
            !handle.isBad
        else {
            reactor.atEndOfTurn { [weak self] in self?.close(.couldNotConnect("the address can't be used")) }
            return
        }
        self.handle = handle
        watch(handle.socket, .write)
    }

    func connectFurther() {
        guard let handle else { return }
        // PQconnectPoll may close the socket and open another under the same number.
        watch(nil, [])
        switch handle.poll() {
        case .waitForRead: watch(handle.socket, .read)
        case .waitForWrite: watch(handle.socket, .write)
        case .failed: close(.couldNotConnect(handle.message))
        case .done: setUp(handle)
        }
    }

    /// The settings go by a statement, since a connection pooler in between may refuse them as start-up options.
    private func setUp(_ handle: ConnectionHandle) {
        let sql = """
            SELECT set_config('statement_timeout', $1, false), \
            set_config('idle_in_transaction_session_timeout', $2, false), \
            set_config('client_min_messages', 'error', false), set_config('TimeZone', 'UTC', false), \
            set_config('DateStyle', 'ISO', false), set_config('bytea_output', 'hex', false)
            """
        let texts = [
            configuration.statementTimeout.wholeMilliseconds, configuration.idleInTransactionTimeout.wholeMilliseconds,
        ].map(String.init)
        guard handle.makeNonBlocking(), handle.enterPipeline(), handle.sendQuery(sql, texts: texts), handle.sendSync()
        else { return close(.couldNotConnect(handle.message)) }
        state = .settingUp
        rounds.append(InFlightRound(nil))
        watch(handle.socket, .read)
        flush()
    }

    /// The answer of the settings.
    func finishSetUp(_ round: InFlightRound) {
        guard let answer = round.answer, answer.kind == .complete else {
            return close(.couldNotConnect(round.answer?.failure.message ?? "the session's settings were not answered"))
        }
        connectTimer.map(reactor.cancel)
        connectTimer = nil
        state = .open
        callbacks?.opened()
    }
}

extension Duration {
    var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
