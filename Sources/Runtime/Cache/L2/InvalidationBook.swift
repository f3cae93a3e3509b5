import NIOCore

/// What was written here and is not yet known to have reached Redis: a plain value, without a clock or a connection.
///
/// A record that is in it is not read from Redis by this node. It is bounded: when more is written than it may hold while
/// Redis is away, it forgets the records and remembers that everything must be dropped, and nothing is read from Redis
/// until that has been done.
struct InvalidationBook {
    fileprivate enum State { case waiting, sent, delivered }

    fileprivate struct Entry {
        var version: Int64?
        var holdUntil: ContinuousClock.Instant?
        var since: ContinuousClock.Instant
        /// Grows with each change, so that the answer to what was sent before a change is told from the others.
        var serial: UInt64
        var state = State.waiting
    }

    /// What is to be sent.
    enum Order {
        case record(CacheKey, version: Int64?, holdUntil: ContinuousClock.Instant?, serial: UInt64)
        case everything(holdUntil: ContinuousClock.Instant?, serial: UInt64)

        var holdUntil: ContinuousClock.Instant? {
            switch self {
            case .record(_, _, let holdUntil, _), .everything(let holdUntil, _): holdUntil
            }
        }
    }

    /// Records that may be remembered, and orders that may be under way.
    let limit: Int
    let window: Int

    private var entries: [CacheKey: Entry] = [:]
    private var queue = CircularBuffer<CacheKey>()
    private var everything: Entry?
    private var serial: UInt64 = 0
    private var inFlight = 0
    private var undelivered = 0
    /// After a failure, until the connection is back or some time has passed.
    private(set) var isPaused = false
    private(set) var overflows = 0

    init(limit: Int, window: Int) {
        self.limit = limit
        self.window = window
    }

    /// Records that are not known to have been delivered; `nil` when it is everything.
    var count: Int? { everything == nil ? undelivered : nil }

    /// Whether Redis may hold something older of the record than this node has answered.
    mutating func bypasses(_ key: CacheKey, now: ContinuousClock.Instant) -> Bool {
        guard everything == nil else { return true }
        guard let entry = entries[key] else { return false }
        guard entry.isOver(now) else { return true }
        entries[key] = nil
        return false
    }

    mutating func add(
        _ key: CacheKey, version: Int64?, holdUntil: ContinuousClock.Instant?, now: ContinuousClock.Instant
    ) {
        serial += 1
        // What will drop everything drops this too, but for the time that it is to be held.
        if var all = everything, all.state == .waiting {
            all.holdUntil = [all.holdUntil, holdUntil].compactMap { $0 }.max()
            everything = all
            return
        }
        if var entry = entries[key] {
            entry.version = [entry.version, version].compactMap { $0 }.max()
            entry.holdUntil = [entry.holdUntil, holdUntil].compactMap { $0 }.max()
            entry.serial = serial
            if entry.state == .delivered {
                undelivered += 1
                entry.state = .waiting
                entry.since = now
                queue.append(key)
            }
            entries[key] = entry
            return
        }
        if entries.count >= limit { entries = entries.filter { !$0.value.isOver(now) } }
        guard entries.count < limit else { return overflow(holdUntil, now) }
        undelivered += 1
        entries[key] = Entry(version: version, holdUntil: holdUntil, since: now, serial: serial)
        queue.append(key)
    }

    /// Everything may be old, and may become so until `holdUntil`.
    mutating func addEverything(holdUntil: ContinuousClock.Instant, now: ContinuousClock.Instant) {
        serial += 1
        dropEverything(holdUntil, now)
    }

    private mutating func overflow(_ holdUntil: ContinuousClock.Instant?, _ now: ContinuousClock.Instant) {
        overflows += 1
        dropEverything(holdUntil, now)
    }

    private mutating func dropEverything(_ holdUntil: ContinuousClock.Instant?, _ now: ContinuousClock.Instant) {
        let holds = entries.values.map(\.holdUntil) + [everything?.holdUntil, holdUntil]
        everything = Entry(version: nil, holdUntil: holds.compactMap { $0 }.max(), since: now, serial: serial)
        undelivered = 0
        entries.removeAll()
        queue.removeAll()
    }

    /// The next order to send, if any may be.
    mutating func next() -> Order? {
        guard !isPaused, inFlight < window else { return nil }
        if everything?.state == .waiting, let serial = everything?.serial {
            everything?.state = .sent
            inFlight += 1
            return .everything(holdUntil: everything?.holdUntil, serial: serial)
        }
        while let key = queue.popFirst() {
            guard let entry = entries[key], entry.state == .waiting else { continue }
            entries[key]?.state = .sent
            inFlight += 1
            return .record(key, version: entry.version, holdUntil: entry.holdUntil, serial: entry.serial)
        }
        return nil
    }

    /// An order was answered. Returns since when the record had waited, when it is done with.
    mutating func answered(
        _ order: Order, wasDelivered: Bool, now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        inFlight -= 1
        if !wasDelivered { isPaused = true }
        switch order {
        case .everything(_, let serial):
            guard let all = everything, all.serial == serial else { return nil }
            // The hold is kept by Redis from here on: nobody can read or fill there.
            everything = wasDelivered ? nil : all.asWaiting
            return wasDelivered ? all.since : nil
        case .record(let key, _, _, let serial):
            guard let entry = entries[key], entry.state == .sent else { return nil }
            guard wasDelivered, entry.serial == serial else {
                entries[key] = entry.asWaiting
                queue.append(key)
                return nil
            }
            undelivered -= 1
            entries[key]?.state = .delivered
            if entries[key]?.isOver(now) == true { entries[key] = nil }
            return entry.since
        }
    }

    /// Lets orders go out again.
    mutating func resume() { isPaused = false }
}

extension InvalidationBook.Entry {
    /// Whether it is delivered and no longer to be held.
    fileprivate func isOver(_ now: ContinuousClock.Instant) -> Bool {
        guard state == .delivered else { return false }
        return holdUntil.map { $0 <= now } ?? true
    }

    fileprivate var asWaiting: Self {
        var copy = self
        copy.state = .waiting
        return copy
    }
}
