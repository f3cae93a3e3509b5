import NIOCore

/// Rests after a failed accept. Without file descriptors left, accept(2) fails at once and the socket stays readable, so
/// that the loop would spin. Connections wait in the kernel's backlog meanwhile.
///
/// Holding `read()` back is not enough: after an error the channel stays registered for reading.
final class AcceptBackoff: ChannelInboundHandler {
    typealias InboundIn = Channel

    private static let rest: TimeAmount = .milliseconds(50)
    private var isResting = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isResting, let options = context.channel.syncOptions else { return }
        isResting = true
        // Fails on a closed channel only, which accepts nothing anyway.
        try? options.setOption(.autoRead, value: false)
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.rest) { [self] in
            isResting = false
            try? options.setOption(.autoRead, value: true)
        }
    }
}
