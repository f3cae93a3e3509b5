import NIOHTTP1

/// `GET /metrics`: all metrics in Prometheus's text format.
struct MetricsEndpoint: Endpoint {
    let metrics: Metrics

    func answerNow(_ request: Request) throws(Problem) -> Response? { response }
    func answer(_ request: Request) async throws -> Response { response }

    private var response: Response {
        Response(.ok, contentType: .prometheus, body: PrometheusText.render(metrics.snapshot()))
    }
}
