import Logging

/// The part of a request that may have to wait: verify the token, ask the endpoint, turn an error into its answer.
struct EndpointCall: Sendable {
    let service: HTTPService
    let endpoint: any Endpoint
    let authorization: String?
    /// `nil` when the token must be verified first.
    let caller: Caller?
    let request: Request

    func response() async -> Response {
        do {
            var request = request
            if caller == nil {
                request.caller = try await service.authenticator.caller(authorization: authorization ?? "")
                if let response = try endpoint.answerNow(request) { return response }
            }
            return try await endpoint.answer(request)
        } catch let problem as Problem {
            return problem.response(requestID: request.id)
        } catch {
            log(error)
            let problem = (error as? any LoggedFault)?.problem ?? .internalError
            return problem.response(requestID: request.id)
        }
    }

    /// The type only, unless the error knows what may be told: an error's text may carry what a client sent.
    private func log(_ error: any Error) {
        var metadata: Logger.Metadata = ["request.id": "\(request.id)", "error.type": "\(type(of: error))"]
        for (name, value) in (error as? any LoggedFault)?.facts ?? [] { metadata[name] = "\(value)" }
        service.logger.error("A request failed", metadata: metadata)
    }
}

extension Caller {
    /// Stands in until the token has been verified; no endpoint sees it.
    static let nobody = Caller(subject: nil, roles: [], roleNames: [], isAuthenticated: false)
}
