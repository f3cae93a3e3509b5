import NIOCore
import NIOHTTP1

/// `GET /livez`: 200 as long as the process serves at all. A process that does not answer is to be started anew.
struct LivenessEndpoint: Endpoint {
    private static let response = Response(
        .ok, contentType: .json, body: ByteBuffer(string: #"{"status":"alive"}"#))

    func answerNow(_ request: Request) throws(Problem) -> Response? { Self.response }
    func answer(_ request: Request) async throws -> Response { Self.response }
}

/// `GET /readyz`: 200 when requests should be sent here, else 503, with what each check says.
struct ReadinessEndpoint: Endpoint {
    let health: HealthState

    func answerNow(_ request: Request) throws(Problem) -> Response? { response }
    func answer(_ request: Request) async throws -> Response { response }

    private var response: Response {
        let report = health.report
        return Response(report.isReady ? .ok : .serviceUnavailable, contentType: .json, body: report.json)
    }
}
