import NIOCore

/// The decisions of a pool, without a clock, a socket or chance: each method takes what happened and tells what to do.
struct PoolStateMachine<Work> {
    enum Slot: Equatable {
        case idle
        /// `failures` counts the tries that failed since it was last open.
        case connecting(failures: Int)
        case open(inFlight: Int)
        case backingOff(failures: Int)
    }

    enum Submission: Equatable {
        case send(slot: Int)
        /// It is kept; `next` gives it back when there is room.
        case wait
        case refuse(PostgresError)
    }

    private let configuration: PostgresConfiguration
    private(set) var slots: [Slot]
    private(set) var waiting = CircularBuffer<Work>()
    private(set) var isShutDown = false

    init(_ configuration: PostgresConfiguration) {
        precondition(configuration.connections > 0, "a pool needs a connection")
        self.configuration = configuration
        slots = Array(repeating: .idle, count: configuration.connections)
    }

    var openCount: Int { slots.count { if case .open = $0 { true } else { false } } }
    var inFlight: Int { slots.reduce(0) { if case .open(let count) = $1 { $0 + count } else { $0 } } }

    /// - Returns: the slots to connect.
    mutating func start() -> Range<Int> {
        for index in slots.indices { slots[index] = .connecting(failures: 0) }
        return slots.indices
    }

    /// New work. It goes to the open connection with the least in flight, and never past work that waits.
    /// - Parameter others: what else waits and counts against the same bound.
    mutating func submit(_ work: Work, beside others: Int = 0) -> Submission {
        if isShutDown || isHopeless { return .refuse(.unavailable) }
        if waiting.isEmpty, let slot = leastLoaded {
            return .send(slot: use(slot))
        }
        guard waiting.count + others < configuration.maximumWaiting else { return .refuse(.queueFull) }
        waiting.append(work)
        return .wait
    }

    /// Waiting work that may be sent now, until there is none; to be asked after `opened` and `answered`.
    mutating func next() -> (slot: Int, work: Work)? {
        guard !waiting.isEmpty, let slot = leastLoaded else { return nil }
        return (use(slot), waiting.removeFirst())
    }

    mutating func opened(_ slot: Int) {
        slots[slot] = .open(inFlight: 0)
    }

    mutating func answered(_ slot: Int) {
        guard case .open(let count) = slots[slot] else { return }
        slots[slot] = .open(inFlight: max(0, count - 1))
    }

    /// A connection could not be made or was lost.
    /// - Parameter chance: from 0 to 1; spreads the tries of many servers.
    /// - Returns: when to try again, and the waiting work to fail since there is no hope for now.
    mutating func closed(_ slot: Int, chance: Double) -> (retryAfter: Duration?, failed: [Work]) {
        guard !isShutDown else { return (nil, []) }
        let failures: Int
        switch slots[slot] {
        case .connecting(let earlier): failures = earlier + 1
        case .open, .idle, .backingOff: failures = 0
        }
        slots[slot] = .backingOff(failures: failures)
        return (backOff(failures: failures, chance: chance), isHopeless ? takeWaiting() : [])
    }

    /// The time to try again has come.
    /// - Returns: whether to connect.
    mutating func retryDue(_ slot: Int) -> Bool {
        guard !isShutDown, case .backingOff(let failures) = slots[slot] else { return false }
        slots[slot] = .connecting(failures: failures)
        return true
    }

    /// Takes out waiting work that is too late or no longer wanted.
    mutating func removeWaiting(where isOver: (Work) -> Bool) -> [Work] {
        guard waiting.contains(where: isOver) else { return [] }
        let over = waiting.filter(isOver)
        waiting.removeAll(where: isOver)
        return Array(over)
    }

    /// - Returns: the waiting work, to be failed.
    mutating func shutdown() -> [Work] {
        isShutDown = true
        for index in slots.indices { slots[index] = .idle }
        return takeWaiting()
    }

    /// No connection, and the last try of each failed: who asks now is told at once. Right after a loss, and at the
    /// start, asking is worth a wait.
    private var isHopeless: Bool {
        slots.allSatisfy {
            switch $0 {
            case .connecting(let failures), .backingOff(let failures): failures > 0
            case .idle, .open: false
            }
        }
    }

    private var leastLoaded: Int? {
        var best: (slot: Int, load: Int)?
        for (slot, state) in slots.enumerated() {
            guard case .open(let load) = state, load < configuration.maximumInFlight else { continue }
            if load < best?.load ?? .max { best = (slot, load) }
        }
        return best?.slot
    }

    private mutating func use(_ slot: Int) -> Int {
        if case .open(let count) = slots[slot] { slots[slot] = .open(inFlight: count + 1) }
        return slot
    }

    private mutating func takeWaiting() -> [Work] {
        defer { waiting.removeAll() }
        return Array(waiting)
    }

    /// The first doubles with each failure up to the last; chance takes away up to half.
    private func backOff(failures: Int, chance: Double) -> Duration {
        let doubled = configuration.minimumBackOff * (1 << min(failures, 16))
        return min(doubled, configuration.maximumBackOff) * (1 - chance / 2)
    }
}
