import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP/1.1 server over a route table (RFC 9110, RFC 9112).
///
/// Start it once with `start()`, end it with `shutdownGracefully(drain:)`.
package final class HTTPServer: Sendable {
    let service: HTTPService
    let gate: ConnectionGate
    let group: MultiThreadedEventLoopGroup
    let running = Mutex<Running?>(nil)

    /// What exists between start and shutdown.
    struct Running: Sendable {
        let listener: any Channel
        let loops: [LoopHandle]
    }

    /// - Parameter routes: traps when two are the same, see `Router`.
    package init(
        configuration: Configuration, routes: [Route], authenticator: any Authenticator, observer: any RequestObserver,
        logger: Logger
    ) {
        service = HTTPService(
            configuration: configuration, routes: routes, authenticator: authenticator, observer: observer,
            logger: logger)
        gate = ConnectionGate(
            maximum: configuration.maxConnections, maximumPerPeer: configuration.maxConnectionsPerAddress)
        group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.eventLoops)
    }

    /// Connections that are open.
    package var connectionCount: Int { gate.current }

    /// Requests whose answer is being waited for. Those that are answered at once are never counted.
    package var inFlight: Gauge { service.inFlight }

    /// Binds and begins to accept.
    /// - Returns: the port that is listened on.
    /// - Throws: when the address cannot be had.
    package func start() async throws -> Int {
        let loops = try await makeLoops()
        let byLoop = Dictionary(uniqueKeysWithValues: loops.map { (ObjectIdentifier($0.eventLoop), $0) })
        let configuration = service.configuration
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: configuration.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.maxMessagesPerRead, value: 16)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptBackoff())
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.writeBufferWaterMark, value: configuration.waterMark)
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 32 * 1024)
            )
            .childChannelInitializer { [gate] channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let loop = byLoop[ObjectIdentifier(channel.eventLoop)] else { throw ConnectionRefused() }
                    try Self.configure(channel, loop.context.value, gate)
                }
            }
            .bind(host: configuration.host, port: configuration.port).get()
        running.withLock { $0 = Running(listener: listener, loops: loops) }
        return listener.localAddress?.port ?? configuration.port
    }

    /// The handlers of a connection: the one place for TLS and further protocols.
    private static func configure(_ channel: any Channel, _ loop: LoopContext, _ gate: ConnectionGate) throws {
        let peer = ConnectionGate.Peer(channel.remoteAddress)
        guard !loop.isDraining, gate.admit(peer) else { throw ConnectionRefused() }
        channel.closeFuture.whenComplete { _ in gate.leave(peer) }
        let configuration = loop.service.configuration
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderListSize = configuration.maxHeaderBytes + configuration.maxURIBytes
        limits.maxHeaderFieldSize = limits.maxHeaderListSize
        try channel.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)), ConnectionHandler(loop),
        ])
    }

    private func makeLoops() async throws -> [LoopHandle] {
        var loops: [LoopHandle] = []
        for eventLoop in group.makeIterator() {
            loops.append(
                try await eventLoop.submit { [service] in LoopHandle(service, on: eventLoop) }.get())
        }
        return loops
    }
}

/// A connection over a bound; closing it is the answer.
struct ConnectionRefused: Error {}

extension HTTPServer.Configuration {
    var waterMark: ChannelOptions.Types.WriteBufferWaterMark {
        .init(low: max(1, maxUnsentBytes / 2), high: max(2, maxUnsentBytes))
    }
}
