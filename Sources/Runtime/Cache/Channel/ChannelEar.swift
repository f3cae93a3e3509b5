import NIOCore
import Synchronization

/// Does to the cache in the process what the other nodes tell, and keeps it off while they can't be heard.
final class ChannelEar: Sendable {
    private let local: L1Cache
    private let node: UInt64
    private let names: L2Names
    private let received: Counter
    private let unreadable: Counter
    private let isInUse: Gauge
    /// Until when the process must keep nothing, since a node lost count of the records whose writes may yet happen.
    private let silence = Mutex<Silence>(Silence())

    private struct Silence {
        var until: ContinuousClock.Instant?
        var isOff = true
    }

    init(_ local: L1Cache, node: UInt64, names: L2Names, metrics: Metrics) {
        self.local = local
        self.node = node
        self.names = names
        received = metrics.counter(
            "roster_cache_invalidations_total", help: "Invalidations that reached Redis, or came from other nodes.",
            labels: [("direction", "received")])
        unreadable = metrics.counter(
            "roster_cache_messages_unreadable_total",
            help: "Messages between the nodes that could not be read; each empties the cache in the process.")
        isInUse = metrics.gauge(
            "roster_cache_local_in_use",
            help: "Whether the other nodes are heard, so that the cache in the process is used.")
        // Until the channel is heard for the first time.
        local.disable()
    }

    var callbacks: InvalidationChannel.Callbacks {
        InvalidationChannel.Callbacks(
            begins: { [self] in live($0, isNew: true) },
            isAlive: { [self] in live($0, isNew: false) },
            heard: { [self] in hear($0) },
            ends: { [self] in end() })
    }

    private func live(_ lease: ContinuousClock.Instant, isNew: Bool) {
        silence.withLock { silence in
            if let until = silence.until, .now < until { return }
            silence.until = nil
            if isNew || silence.isOff { local.enable(lease: lease) } else { local.extendLease(lease) }
            silence.isOff = false
            isInUse.set(1)
        }
    }

    private func end() {
        silence.withLock { $0.isOff = true }
        local.disable()
        isInUse.set(0)
    }

    private func hear(_ reply: RedisReply) {
        guard let (sender, message) = reply.bytes.flatMap({ InvalidationMessage.decode($0, names) }) else {
            unreadable.increment()
            return local.flush()
        }
        guard sender != node else { return }
        received.increment()
        let now = ContinuousClock.now
        switch message {
        case .record(let key, let version, let hold):
            if let version { local.written(key, version: version) }
            if hold > .zero { local.blockUnknown(key, until: now + hold, now: now) }
        case .foreign: break
        case .everything(let hold):
            local.flush()
            if hold > .zero {
                silence.withLock { $0.until = max($0.until ?? now, now + hold) }
                end()
            }
        }
    }
}
