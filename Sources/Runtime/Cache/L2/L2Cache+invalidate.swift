import Synchronization

extension L2Cache {
    /// Tells Redis and the other nodes. Doesn't wait: until it has arrived this node doesn't read the record from Redis.
    /// - Parameter holdUntil: when a write's outcome is unknown, until when it may happen.
    func invalidate(_ key: CacheKey, version: Int64?, holdUntil: ContinuousClock.Instant?) {
        let now = ContinuousClock.now
        book.withLock { $0.add(key, version: version, holdUntil: holdUntil, now: now) }
        sendOrders()
    }

    /// The same for every record, after a write that may have changed more than is known.
    func invalidateEverything(holdUntil: ContinuousClock.Instant) {
        let now = ContinuousClock.now
        book.withLock { $0.addEverything(holdUntil: holdUntil, now: now) }
        sendOrders()
    }

    /// Invalidations that have not reached Redis; `nil` when they are too many to be known.
    var pending: Int? { book.withLock { $0.count } }

    func resumeOrders() {
        book.withLock { $0.resume() }
        sendOrders()
    }

    private func sendOrders() {
        while let order = book.withLock({ $0.next() }) { send(order) }
        measures.show(book.withLock { ($0.count, $0.overflows) })
    }

    private func send(_ order: InvalidationBook.Order) {
        guard let session = client.session else { return answered(order, .failure(.unavailable)) }
        let hold = order.holdUntil.map { max(.zero, $0 - .now) } ?? .zero
        switch order {
        case .record(let key, let version, _, _):
            var call = RedisCommand(keys: names.record(key, session))
            call.append(version.map(L2Value.digits) ?? "")
            call.append(hold.wholeMilliseconds)
            call.append(configuration.fillTime.wholeMilliseconds)
            call.append(names.channel)
            call.append(InvalidationMessage.record(key, version: version, hold: hold).encoded(sender: node, names))
            post(L2Scripts.Place.invalidate, call, session) { [self] in answered(order, $0) }
        case .everything:
            var call = RedisCommand(keys: names.epoch(session))
            call.append(String(UInt64.random(in: 0 ... .max), radix: 36))
            call.append(hold.wholeMilliseconds)
            call.append(names.channel)
            call.append(InvalidationMessage.everything(hold: hold).encoded(sender: node, names))
            post(L2Scripts.Place.flush, call, session) { [self] in answered(order, $0) }
        }
    }

    private func answered(_ order: InvalidationBook.Order, _ outcome: Result<RedisReply, RedisError>) {
        let wasDelivered = if case .success = outcome { true } else { false }
        let now = ContinuousClock.now
        if let since = book.withLock({ $0.answered(order, wasDelivered: wasDelivered, now: now) }) {
            measures.sent.increment()
            measures.delay.record(now - since)
        }
        if wasDelivered { return sendOrders() }
        // Without a session the next one resumes. It is looked at after the pause, and set before that resumes.
        guard client.session != nil else { return }
        reactor.execute { [self] in
            reactor.schedule(at: .now + configuration.retryDelay) { [weak self] in self?.resumeOrders() }
        }
    }
}
