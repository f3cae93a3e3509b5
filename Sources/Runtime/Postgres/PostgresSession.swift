/// One connection for one user at a time, for migrations and tools: whole scripts, text in and text out, transactions
/// that span calls, and the server's own words in its errors.
package actor PostgresSession {
    /// What one call may take unless it says otherwise.
    package static let usualLimit = Duration.seconds(600)

    private nonisolated let reactor: Reactor
    private let url: String
    private var handle: ConnectionHandle?
    private var isWorking = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        reactor.asUnownedSerialExecutor()
    }

    private init(url: String, reactor: Reactor) {
        self.url = url
        self.reactor = reactor
    }

    /// Connects.
    /// - Throws: `PostgresConnectError`, which says what was tried and what to check.
    package static func open(
        url: String, deadline: ContinuousClock.Instant, reactor: Reactor
    ) async throws(PostgresConnectError) -> PostgresSession {
        let session = PostgresSession(url: url, reactor: reactor)
        try await session.connect(deadline)
        return session
    }

    /// Runs one or more statements, separated by semicolons, without parameters. Together they are one transaction
    /// unless the script says otherwise (Postgres manual, 55.2.2.1).
    /// - Throws: `PostgresSessionError`, also when the time is over; the session is closed then.
    package func execute(_ script: String, within limit: Duration = usualLimit) async throws(PostgresSessionError) {
        _ = try await run(within: limit) { $0.sendScript(script) }
    }

    /// Runs one statement with parameters as text, whose types Postgres infers; `nil` is NULL.
    /// - Returns: the rows, their values as text.
    /// - Throws: `PostgresSessionError`, also when the time is over; the session is closed then.
    package func query(
        _ sql: String, _ texts: [String?] = [], within limit: Duration = usualLimit
    ) async throws(PostgresSessionError) -> [[String?]] {
        let answer = try await run(within: limit) { $0.sendQuery(sql, texts: texts) }
        return answer?.texts ?? []
    }

    /// Ends the connection, and with it an open transaction. A session that is let go of is closed too.
    package func close() {
        handle = nil
    }

    // MARK: Waiting

    private func connect(_ deadline: ContinuousClock.Instant) async throws(PostgresConnectError) {
        func failure(_ words: String) -> PostgresConnectError {
            PostgresConnectError(PostgresTarget(url: url), words: words)
        }
        guard PostgresTarget(url: url) != nil, let handle = ConnectionHandle(url: url, applicationName: "roster") else {
            throw failure("")
        }
        var progress = handle.isBad ? ConnectionHandle.Progress.failed : .waitForWrite
        while progress != .done {
            guard progress != .failed else { throw failure(handle.message) }
            let interest: Reactor.Interest = progress == .waitForRead ? .read : .write
            guard await waits(for: handle.socket, interest, until: deadline) else {
                throw failure("no answer within the deadline")
            }
            progress = handle.poll()
        }
        guard handle.makeNonBlocking() else { throw failure(handle.message) }
        self.handle = handle
    }

    /// - Returns: the last result, or throws the first failure once all results are read.
    private func run(
        within limit: Duration, _ send: (ConnectionHandle) -> Bool
    ) async throws(PostgresSessionError) -> ResultHandle? {
        precondition(!isWorking, "a session does one thing at a time")
        isWorking = true
        defer { isWorking = false }
        guard let handle, send(handle) else { throw lost(wasSent: false) }
        let deadline = ContinuousClock.now + limit
        try await flush(handle, deadline)
        return try await results(handle, deadline)
    }

    private func flush(_ handle: ConnectionHandle, _ deadline: ContinuousClock.Instant)
        async throws(PostgresSessionError)
    {
        while true {
            guard let isMoreLeft = handle.flush() else { throw lost(wasSent: true) }
            guard isMoreLeft else { return }
            // Reading too: a server whose own buffer is full takes nothing more.
            guard await waits(for: handle.socket, [.read, .write], until: deadline) else { throw tooLate() }
            guard handle.consumeInput() else { throw lost(wasSent: true) }
        }
    }

    private func results(
        _ handle: ConnectionHandle, _ deadline: ContinuousClock.Instant
    ) async throws(PostgresSessionError) -> ResultHandle? {
        var last: ResultHandle?
        var failure: PostgresSessionError?
        while true {
            while handle.isBusy {
                guard await waits(for: handle.socket, .read, until: deadline) else { throw tooLate() }
                guard handle.consumeInput() else { throw lost(wasSent: true) }
            }
            guard let result = handle.nextResult() else { break }
            switch result.kind {
            case .complete: last = result
            case .failure: failure = failure ?? PostgresSessionError(result)
            case .aborted, .sync: break
            case .unexpected: throw lost(wasSent: true)  // COPY, which would wait for us.
            }
        }
        if let failure { throw handle.isBad ? lost(failure) : failure }
        return last
    }

    private func lost(_ failure: PostgresSessionError) -> PostgresSessionError {
        handle = nil
        return failure
    }

    private func lost(wasSent: Bool) -> PostgresSessionError {
        let message = handle?.message ?? "the session is closed"
        return lost(PostgresSessionError(.connectionLost(wasSent: wasSent), message: message))
    }

    private func tooLate() -> PostgresSessionError {
        lost(PostgresSessionError(.deadlineExceeded, message: "no answer within the time that was given"))
    }

    /// - Returns: false when the deadline passed first.
    private func waits(
        for socket: Int32, _ interest: Reactor.Interest, until deadline: ContinuousClock.Instant
    ) async -> Bool {
        await withCheckedContinuation { continuation in
            // The one that comes first ends the other, so the continuation is resumed once.
            let timer = reactor.schedule(at: deadline) { [reactor] in
                reactor.unregister(socket)
                continuation.resume(returning: false)
            }
            reactor.register(socket, interest) { [reactor] _ in
                reactor.unregister(socket)
                reactor.cancel(timer)
                continuation.resume(returning: true)
            }
        }
    }
}
