#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import NIOCore
import NIOPosix

/// A client that sends exactly the bytes it is given, and shows exactly what comes back.
final class RawClient {
    private let channel: any Channel
    private var incoming: AsyncStream<ByteBuffer>.Iterator
    /// What has been received so far and not been taken.
    private(set) var text = ""

    init(port: Int, receiveBuffer: Int32? = nil) async throws {
        let (stream, continuation) = AsyncStream<ByteBuffer>.makeStream()
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(continuation))
                }
            }
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer))
                .channelOption(.autoRead, value: false)
        }
        channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
        incoming = stream.makeAsyncIterator()
    }

    func send(_ bytes: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: bytes)).get()
    }

    /// Sends a byte every 20 ms until it is cancelled or cannot any more.
    func dribble() -> Task<Void, any Error> {
        Task { [channel] in
            while true {
                try await Task.sleep(for: .milliseconds(20))
                try await channel.writeAndFlush(ByteBuffer(string: "a")).get()
            }
        }
    }

    func startReading() async throws {
        try await channel.setOption(.autoRead, value: true).get()
    }

    /// Reads until what came contains `mark` at least `count` times, or the server has closed.
    func read(until mark: String, count: Int = 1) async -> String {
        await read { $0.components(separatedBy: mark) > count }
    }

    /// Reads until the server closes.
    func readToEnd() async -> String {
        await read { _ in false }
    }

    private func read(until isEnough: (String) -> Bool) async -> String {
        while !isEnough(text), let bytes = await incoming.next() { text += String(buffer: bytes) }
        defer { text = "" }
        return text
    }

    /// Ends our side; the server may go on sending.
    func endOutput() async throws {
        try await channel.close(mode: .output).get()
    }

    /// Goes away with a reset.
    func reset() async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        try await channel.close().get()
    }

    func close() async {
        try? await channel.close().get()
    }
}

/// Hands on what is received; the stream ends when the server has sent its last byte.
private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let continuation: AsyncStream<ByteBuffer>.Continuation

    init(_ continuation: AsyncStream<ByteBuffer>.Continuation) {
        self.continuation = continuation
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        continuation.yield(unwrapInboundIn(data))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { continuation.finish() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        continuation.finish()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

extension String {
    /// How often `mark` occurs.
    fileprivate func components(separatedBy mark: String) -> Int {
        ranges(of: mark).count + 1
    }
}
