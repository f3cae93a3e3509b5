import NIOCore
import NIOHTTP1

/// The routes by which a process is watched and described. None asks for a token; none waits for anything.
///
/// - Parameters:
///   - metrics: what `/metrics` shows; `nil` leaves the route out. Its numbers tell of load and failures and are no
///     secret of any person, but they are not for the public either: keep the path from outsiders in the proxy.
///   - openAPI: the document of `/openapi.json`.
package func operationsRoutes(
    health: HealthState, metrics: Metrics?, facts: ServiceFacts, openAPI: StaticString
) -> [Route] {
    let routes = [
        Route("/livez", [(.GET, LivenessEndpoint())]),
        Route("/readyz", [(.GET, ReadinessEndpoint(health: health))]),
        Route("/api/meta", [(.GET, FixedDocument(facts.json, contractHash: facts.contractHash))]),
        Route(
            "/openapi.json",
            [(.GET, FixedDocument(ByteBuffer(staticString: openAPI), contractHash: facts.contractHash))]),
    ]
    return routes + (metrics.map { [Route("/metrics", [(.GET, MetricsEndpoint(metrics: $0))])] } ?? [])
}
