import NIOCore
import NIOHTTP1

/// From whole requests to answers, in the order in which they came.
extension ConnectionHandler {
    /// Answers a request or has it wait for its turn.
    func take(_ request: PendingRequest) {
        if isFree { return answer(request) }
        queue.append(request)
        guard queue.count > configuration.maxPipelinedRequests else { return }
        queue[queue.index(before: queue.endIndex)].isLast = true
        stopReading()
    }

    /// Goes on with the requests that waited, after an answer or when the peer has taken bytes.
    func answerQueued() {
        while current == nil, isWritable, let next = queue.popFirst() { answer(next) }
        offerContinue()
        flush()
        guard owesRead, queue.isEmpty else { return }
        owesRead = false
        if phase == .head { readDeadline = .now + configuration.headerTime }
        if phase == .body { readDeadline = .now + configuration.bodyTime }
        context?.read()
    }

    private func answer(_ request: PendingRequest) {
        if let refusal = request.refusal { return write(refusal, for: request) }
        switch request.match {
        case .notFound where request.target.isServer && request.method == .OPTIONS:
            write(Self.options(allow: "GET, HEAD, OPTIONS, PATCH, POST, PUT, DELETE"), for: request)
        case .notFound:
            write(.notFound, for: request)
        case .methodNotAllowed(let allow, _) where request.method == .OPTIONS:
            write(Self.options(allow: allow), for: request)
        case .methodNotAllowed(let allow, _):
            write(.methodNotAllowed(allow: allow), for: request)
        case .endpoint(let endpoint, _, let parameters):
            ask(endpoint, request, parameters)
        }
    }

    private static func options(allow: String) -> Response {
        Response(.noContent, headers: [("Allow", allow)])
    }

    private func ask(_ endpoint: any Endpoint, _ pending: PendingRequest, _ parameters: [Substring]) {
        let deadline = pending.started + configuration.requestTime
        do throws(Problem) {
            guard let caller = try service.authenticator.callerNow(authorization: pending.authorization) else {
                return start(endpoint, pending, parameters, caller: nil)
            }
            let request = pending.request(parameters: parameters, caller: caller, deadline: deadline)
            if let response = try endpoint.answerNow(request) { return write(response, for: pending) }
            start(endpoint, pending, parameters, caller: caller)
        } catch {
            write(error, for: pending)
        }
    }

    /// Has a task answer, on this event loop as long as it need not wait.
    private func start(
        _ endpoint: any Endpoint, _ pending: PendingRequest, _ parameters: [Substring], caller: Caller?
    ) {
        ticket &+= 1
        let deadline = ContinuousClock.now + configuration.requestTime
        let work = EndpointCall(
            service: service, endpoint: endpoint, authorization: pending.authorization, caller: caller,
            request: pending.request(parameters: parameters, caller: caller ?? .nobody, deadline: deadline))
        let connection = NIOLoopBound(self, eventLoop: loop.eventLoop)
        let task = Task(executorPreference: loop.executor) { [ticket] in
            let response = await work.response()
            connection.value.finish(ticket, response)
        }
        service.inFlight.add(1)
        current = Exchange(request: pending, task: task, deadline: deadline + configuration.requestGrace)
    }

    private func finish(_ ticket: UInt64, _ response: Response) {
        guard ticket == self.ticket, let request = endExchange() else { return }
        write(response, for: request)
        answerQueued()
    }

    /// Ends the exchange of the current task, whose answer is no longer awaited.
    func endExchange() -> PendingRequest? {
        guard let exchange = current else { return nil }
        service.inFlight.add(-1)
        current = nil
        return exchange.request
    }
}
