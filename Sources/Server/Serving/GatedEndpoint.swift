import Runtime

/// An endpoint that is asked only while nothing is in the way.
struct GatedEndpoint: Endpoint {
    let endpoint: any Endpoint
    /// What every request gets instead; `nil` while there is nothing. Asked for each request.
    let refusal: @Sendable () -> Problem?

    func answerNow(_ request: Request) throws(Problem) -> Response? {
        if let problem = refusal() { throw problem }
        return try endpoint.answerNow(request)
    }

    func answer(_ request: Request) async throws -> Response { try await endpoint.answer(request) }
}

extension Route {
    /// The same route behind a gate.
    func gated(by refusal: @escaping @Sendable () -> Problem?) -> Route {
        Route(pattern, endpoints.map { ($0.method, GatedEndpoint(endpoint: $0.endpoint, refusal: refusal)) })
    }
}
