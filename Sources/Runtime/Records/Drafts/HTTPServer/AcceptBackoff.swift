import NIOCore

/// Rests after a failed accept. Without file descriptors left, accept(2) fails at once and the socket stays readable, so
/// that the loop would spin.
final class AcceptBackoff: ChannelDuplexHandler {
    typealias InboundIn = Channel
    typealias OutboundIn = Channel

    private static let rest: TimeAmount = .milliseconds(50)
    private var isResting = false
    private var owesRead = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isResting else { return }
        isResting = true
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.rest) { [self] in
            isResting = false
            if owesRead {
                owesRead = false
                context.read()
            }
        }
    }

    func read(context: ChannelHandlerContext) {
        if isResting { owesRead = true } else { context.read() }
    }
}
