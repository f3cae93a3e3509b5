import NIOCore
import NIOHTTP1

/// One connection: takes requests from the decoder, has them answered in order, and writes the answers.
///
/// Everything happens on the connection's event loop. Reading: `+reading`; who answers: `+answering`; bytes out:
/// `+writing`; deadlines and the end: `+closing`.
final class ConnectionHandler {
    /// What the peer is in the middle of sending.
    enum Phase {
        /// Nothing, before its first request. Closed in silence when it takes too long.
        case fresh
        /// Nothing, after an answer. Closed in silence.
        case idle
        /// A head of which some bytes came. 408.
        case head
        /// A body. 408.
        case body
        /// Whatever it likes: the last answer is on its way and the rest is thrown away.
        case refusing
    }

    /// A request that a task is answering.
    struct Exchange {
        let request: PendingRequest
        let task: Task<Void, Never>
        let deadline: ContinuousClock.Instant
    }

    let loop: LoopContext
    let service: HTTPService
    var context: ChannelHandlerContext?

    var phase = Phase.fresh
    /// When the peer must have gone on; `nil` while it is our turn.
    var readDeadline: ContinuousClock.Instant?
    /// The request whose body is being read.
    var incoming: PendingRequest?
    /// Its head wants a `100 Continue` that has not been sent.
    var owesContinue = false
    /// Whole requests that wait for the answers before theirs.
    var queue = CircularBuffer<PendingRequest>(initialCapacity: 0)
    var current: Exchange?
    /// Names the current exchange, so that a task that was given up cannot answer in another's place.
    var ticket: UInt64 = 0

    /// Answers that have not been handed to the channel.
    var out: ByteBuffer?
    var isWritable = true
    /// The last answer has been written.
    var isEnding = false
    /// The last answer is in the kernel.
    var hasSentAll = false
    /// The peer has sent its last byte.
    var inputEnded = false
    /// The channel asked to read while requests were waiting.
    var owesRead = false
    /// Whether the decoder gave anything since the last read completed.
    var sawPart = false
    var stall = StallWatch()

    init(_ loop: LoopContext) {
        self.loop = loop
        service = loop.service
        readDeadline = .now + service.configuration.headerTime
    }

    var configuration: HTTPServer.Configuration { service.configuration }
    /// Whether a request could be taken up now.
    var isFree: Bool { current == nil && queue.isEmpty && isWritable }
}

extension ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.add(self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        abandon()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        abandon()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase != .refusing else { return }
        sawPart = true
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let bytes): append(bytes)
        case .end: complete()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !sawPart, phase == .fresh || phase == .idle, !inputEnded { headHasBegun() }
        sawPart = false
        flush()
        context.fireChannelReadComplete()
    }

    /// Reading rests while a request waits for its turn: what the peer sends meanwhile stays in the kernel.
    func read(context: ChannelHandlerContext) {
        if queue.isEmpty || phase == .refusing { context.read() } else { owesRead = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        if isWritable { answerQueued() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event as? ChannelEvent {
        case .inputClosed: inputHasEnded()
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let error as HTTPParserError: refuse(error)
        case is ByteToMessageDecoderError: break  // More of what was refused; it is thrown away.
        default: drop()
        }
    }
}
