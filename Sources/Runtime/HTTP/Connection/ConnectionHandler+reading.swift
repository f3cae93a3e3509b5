import NIOCore
import NIOHTTP1

/// From the decoder's parts to whole requests.
extension ConnectionHandler {
    func begin(_ head: HTTPRequestHead) {
        let now = ContinuousClock.now
        let facts = HeadFacts(head.headers)
        var request = pending(head, facts, at: now)
        request.refusal = facts.problem(of: head, in: configuration) ?? Self.problem(of: head, request.target)
        if request.refusal == nil, facts.expectation == .continuation, head.version.minor > 0 {
            request.refusal = earlyRefusal(of: request)
            owesContinue = request.refusal == nil
        }
        guard request.refusal == nil else { return refuse(request) }
        incoming = request
        phase = .body
        readDeadline = now + configuration.bodyTime
        offerContinue()
    }

    private func pending(
        _ head: HTTPRequestHead, _ facts: HeadFacts, at now: ContinuousClock.Instant
    ) -> PendingRequest {
        let target = RequestTarget(head.uri)
        let sent = facts.requestID.flatMap { RequestIDs.isSane($0) ? $0 : nil }
        return PendingRequest(
            method: head.method, target: target ?? RequestTarget(none: ()), headers: head.headers,
            authorization: facts.authorization, id: sent ?? loop.newID(),
            match: target.map { service.router.match(head.method, $0.path) } ?? .notFound, started: now,
            isLast: !head.isKeepAlive || facts.asksForUpgrade, isHTTP10: head.version.minor == 0)
    }

    private static func problem(of head: HTTPRequestHead, _ target: RequestTarget) -> Problem? {
        if head.method == .CONNECT { return .notImplemented("There is no CONNECT.") }
        return target.path.isEmpty ? .badRequest("The request target is malformed.") : nil
    }

    /// What can be said before the body, so that a client that asks first does not send it for nothing.
    private func earlyRefusal(of request: PendingRequest) -> Problem? {
        switch request.match {
        case .notFound: return .notFound
        case .methodNotAllowed(let allow, _): return request.method == .OPTIONS ? nil : .methodNotAllowed(allow: allow)
        case .endpoint:
            do throws(Problem) {
                _ = try service.authenticator.callerNow(authorization: request.authorization)
                return nil
            } catch { return error }
        }
    }

    /// Sends the interim answer once nothing is before it (RFC 9110 section 10.1.1).
    func offerContinue() {
        guard owesContinue, incoming != nil, isFree else { return }
        owesContinue = false
        out = out ?? loop.borrowBuffer()
        out?.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n")
    }

    func append(_ bytes: ByteBuffer) {
        owesContinue = false
        guard let size = incoming?.body.readableBytes else { return }
        guard size + bytes.readableBytes <= configuration.maxBodyBytes else {
            incoming?.refusal = .payloadTooLarge(limit: configuration.maxBodyBytes)
            return refuseIncoming()
        }
        if size == 0 { incoming?.body = bytes } else { incoming?.body.writeImmutableBuffer(bytes) }
    }

    func complete() {
        guard let request = incoming else { return }
        incoming = nil
        owesContinue = false
        if request.isLast { stopReading() } else { phase = .idle }
        readDeadline = nil
        take(request)
    }

    /// Bytes came that are no whole head.
    func headHasBegun() {
        phase = .head
        readDeadline = .now + configuration.headerTime
    }

    /// Answers the request with its refusal, when its turn has come, and takes nothing more.
    func refuse(_ request: PendingRequest) {
        var request = request
        request.isLast = true
        incoming = nil
        stopReading()
        take(request)
    }

    func refuseIncoming() {
        guard let request = incoming else { return }
        refuse(request)
    }

    /// The bytes were no HTTP. The message that they belong to may have had a head.
    func refuse(_ error: HTTPParserError) {
        guard phase != .refusing else { return }
        if case .invalidEOFState = error {
            incoming = nil
            return stopReading()
        }
        let problem: Problem =
            switch error {
            case .headerOverflow: .headersTooLarge(limit: configuration.maxHeaderBytes)
            case .invalidVersion: .versionNotSupported
            default: .badRequest("The bytes are not a valid HTTP/1.1 message.")
            }
        refuse(with: problem)
        flush()
    }

    func refuse(with problem: Problem) {
        var request = incoming ?? .refused(problem, id: loop.newID(), at: .now)
        request.refusal = problem
        refuse(request)
    }

    func stopReading() {
        phase = .refusing
        readDeadline = nil
    }
}
