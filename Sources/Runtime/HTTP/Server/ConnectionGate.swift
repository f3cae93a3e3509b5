import NIOCore
import Synchronization

/// Counts the open connections, in total and by address, and refuses those over the bound.
final class ConnectionGate: Sendable {
    /// Whom a connection counts for. An IPv6 client owns its /64, so that is what counts.
    enum Peer: Hashable, Sendable {
        case v4(UInt32)
        case v6(UInt64)
        case local
    }

    private struct State {
        var total = 0
        var byPeer: [Peer: Int] = [:]
        var isOpen = true
    }

    private let state = Mutex(State())
    private let maximum: Int
    private let maximumPerPeer: Int

    init(maximum: Int, maximumPerPeer: Int) {
        self.maximum = maximum
        self.maximumPerPeer = maximumPerPeer
    }

    /// Connections that were admitted and have not left.
    var current: Int { state.withLock { $0.total } }

    /// Counts a connection unless it is over a bound. Each that is admitted must `leave` once.
    func admit(_ peer: Peer) -> Bool {
        state.withLock { state in
            guard state.isOpen, state.total < maximum else { return false }
            if maximumPerPeer > 0 {
                guard state.byPeer[peer, default: 0] < maximumPerPeer else { return false }
                state.byPeer[peer, default: 0] += 1
            }
            state.total += 1
            return true
        }
    }

    func leave(_ peer: Peer) {
        state.withLock { state in
            state.total -= 1
            guard let count = state.byPeer[peer] else { return }
            state.byPeer[peer] = count > 1 ? count - 1 : nil
        }
    }

    /// Admits none from here on.
    func close() {
        state.withLock { $0.isOpen = false }
    }
}

extension ConnectionGate.Peer {
    /// Reads the address by its place in the structure (ip(7), ipv6(7)), which is the same on Linux and Darwin: after
    /// family and port, and for IPv6 after the flow label.
    init(_ address: SocketAddress?) {
        switch address {
        case .v4(let address):
            self = .v4(withUnsafeBytes(of: address.address) { $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self) })
        case .v6(let address):
            self = .v6(withUnsafeBytes(of: address.address) { $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self) })
        case .unixDomainSocket, nil:
            self = .local
        }
    }
}
