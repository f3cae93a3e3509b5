import NIOCore
import NIOHTTP1

/// From answers to bytes: several answers of one read go out with one flush.
extension ConnectionHandler {
    /// Above this, answers go out before the read has been worked off.
    private static let flushThreshold = 64 * 1024

    func write(_ problem: Problem, for request: PendingRequest) {
        write(problem.response(requestID: request.id), for: request)
    }

    func write(_ response: Response, for request: PendingRequest) {
        guard context != nil, !isEnding else { return }
        let now = ContinuousClock.now
        isEnding = request.isLast || loop.isDraining || inputEnded && queue.isEmpty
        var buffer = takeOut()
        let before = buffer.readableBytes
        buffer.writeAnswer(
            response,
            AnswerFrame(
                requestID: request.id, dateLine: loop.dateLine(at: now), isHead: request.method == .HEAD,
                closes: isEnding, isHTTP10: request.isHTTP10))
        let written = buffer.readableBytes - before
        out = buffer
        service.observer.finished(
            method: request.method, route: request.route, status: response.status, duration: now - request.started,
            requestID: request.id, responseBytes: written)
        if isEnding {
            queue.removeAll()
            stopReading()
        } else if phase == .idle {
            readDeadline = now + configuration.idleTime
        }
        if before + written > Self.flushThreshold { flush() }
    }

    /// The pending bytes, or a buffer for them. Taken out, not copied: appending to a second reference would copy all.
    private func takeOut() -> ByteBuffer {
        guard let buffer = out.take() else { return loop.borrowBuffer() }
        return buffer
    }

    func flush() {
        guard let context, let buffer = out.take() else { return }
        stall.hasWritten = true
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        loop.giveBack(buffer)
        if isEnding { endOutput() }
    }
}
