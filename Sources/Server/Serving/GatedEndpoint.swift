import Runtime

/// An endpoint that is asked only while the database is one that this build can serve on.
struct GatedEndpoint: Endpoint {
    let endpoint: any Endpoint
    let watch: ContractWatch

    func answerNow(_ request: Request) throws(Problem) -> Response? {
        if let problem = watch.refusal { throw problem }
        return try endpoint.answerNow(request)
    }

    func answer(_ request: Request) async throws -> Response {
        do {
            return try await endpoint.answer(request)
        } catch let error as PostgresError where error.sqlstate != nil {
            // What reaches us has no meaning in the contract, and would be a 500.
            if let problem = await watch.refusalAfterFailure() {
                watch.tell(error, requestID: request.id)
                throw problem
            }
            throw error
        }
    }
}

extension Route {
    /// The same route behind a gate.
    func gated(by watch: ContractWatch) -> Route {
        Route(pattern, endpoints.map { ($0.method, GatedEndpoint(endpoint: $0.endpoint, watch: watch)) })
    }
}
