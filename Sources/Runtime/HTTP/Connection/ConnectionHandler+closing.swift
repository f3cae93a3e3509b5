import NIOCore
import NIOHTTP1

/// Deadlines, and the ways in which a connection ends.
extension ConnectionHandler {
    func checkDeadlines(at now: ContinuousClock.Instant) {
        if let current, now > current.deadline { giveUp() }
        if isStalled(at: now) { return drop() }
        guard let readDeadline, now > readDeadline, current == nil, queue.isEmpty else { return }
        switch phase {
        case .fresh, .idle, .refusing: drop()
        case .head, .body:
            refuse(with: .requestTimeout)
            flush()
        }
    }

    /// Answers for a task that did not keep its request's deadline.
    private func giveUp() {
        current?.task.cancel()
        guard var request = endExchange() else { return }
        // Its task may still run: another of this connection must not run beside it.
        request.isLast = true
        write(.unavailable(detail: "The answer was not ready in time."), for: request)
        flush()
    }

    private func isStalled(at now: ContinuousClock.Instant) -> Bool {
        guard stall.isNeeded, let options = context?.channel.syncOptions,
            let unsent = try? options.getOption(.bufferedWritableBytes)
        else { return false }
        return stall.isStalled(unsent: unsent, at: now, limit: configuration.writeTime)
    }

    /// The peer will send no more. What it has asked for is still answered (a half-closed peer, RFC 9112 section 9.6).
    func inputHasEnded() {
        inputEnded = true
        incoming = nil
        stopReading()
        flush()
        if hasSentAll { return drop() }
        if current == nil, queue.isEmpty, !isEnding { endOutput() }
    }

    /// Ends our side when what was written before is in the kernel.
    func endOutput() {
        guard let context else { return }
        isEnding = true
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in outputHasEnded() }
        // Completes after all writes before it. Closing right away would throw them away when the peer is half closed.
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }

    /// The last answer is in the kernel; the peer's remaining bytes are thrown away until it closes or time is up.
    private func outputHasEnded() {
        guard let context else { return }
        hasSentAll = true
        if inputEnded { return drop() }
        readDeadline = .now + configuration.lingerTime
        context.close(mode: .output, promise: nil)
    }

    /// Closes at once unless a request has begun.
    func closeIfIdle() {
        guard current == nil, queue.isEmpty, incoming == nil, phase == .fresh || phase == .idle else { return }
        stopReading()
        endOutput()
    }

    func drop() {
        context?.close(mode: .all, promise: nil)
    }

    /// The channel is gone: nobody waits for an answer.
    func abandon() {
        current?.task.cancel()
        _ = endExchange()
        queue.removeAll()
        incoming = nil
        out = nil
        isEnding = true
        stopReading()
        loop.remove(self)
    }
}
