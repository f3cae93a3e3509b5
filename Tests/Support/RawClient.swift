#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import NIOCore
import NIOPosix

/// A client that sends exactly the bytes it is given, and shows exactly what comes back.
package final class RawClient {
    private let channel: any Channel
    private var incoming: AsyncStream<ByteBuffer>.Iterator
    /// What has been received so far and not been taken.
    private var bytes: [UInt8] = []

    package init(port: Int, receiveBuffer: Int32? = nil) async throws {
        let (stream, continuation) = AsyncStream<ByteBuffer>.makeStream()
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
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

    package func send(_ bytes: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: bytes)).get()
    }

    /// Sends a byte every 20 ms until it is cancelled or cannot any more.
    package func dribble() -> Task<Void, any Error> {
        Task { [channel] in
            while true {
                try await Task.sleep(for: .milliseconds(20))
                try await channel.writeAndFlush(ByteBuffer(string: "a")).get()
            }
        }
    }

    package func startReading() async throws {
        try await channel.setOption(.autoRead, value: true).get()
    }

    /// Reads until what came contains `mark` at least `count` times, or the server has closed.
    package func read(until mark: String, count: Int = 1) async -> String {
        let mark = Array(mark.utf8)
        while bytes.ranges(of: mark).count < count, await receive() {}
        return take()
    }

    /// Reads until the server closes.
    package func readToEnd() async -> String {
        while await receive() {}
        return take()
    }

    /// Reads one answer and leaves what follows it; `nil` when the server closes before its end.
    /// - Parameter isHead: whether it answers a HEAD, so that no body follows whatever length it tells.
    package func readAnswer(isHead: Bool = false) async -> Answer? {
        while true {
            if let (answer, end) = Answer.first(in: bytes[...], isHead: isHead, whole: true) {
                bytes.removeFirst(end)
                return answer
            }
            guard await receive() else { return nil }
        }
    }

    /// - Returns: false when the server has sent its last byte.
    private func receive() async -> Bool {
        guard let more = await incoming.next() else { return false }
        bytes.append(contentsOf: more.readableBytesView)
        return true
    }

    private func take() -> String {
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Ends our side; the server may go on sending.
    package func endOutput() async throws {
        try await channel.close(mode: .output).get()
    }

    /// Goes away with a reset.
    package func reset() async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        try await channel.close().get()
    }

    package func close() async {
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
