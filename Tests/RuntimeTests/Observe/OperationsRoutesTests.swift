import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

@testable import Runtime

@Suite("The routes of operations, over a socket", .timeLimit(.minutes(1)))
struct OperationsRoutesTests {
    private let postgres = HealthFlag(true)
    private let metrics = Metrics()
    private static let facts = ServiceFacts(
        name: "launch \"users\"", version: "0.1.0", apiVersion: "2026-11-01",
        contractHash: String(repeating: "0123456789abcdef", count: 4), limits: [("body_bytes", 1_048_576)],
        features: ["coalesce", "cache"])

    private func withOperations(
        servesMetrics: Bool = true, _ test: (TestServer, HealthState) async throws -> Void
    ) async throws {
        let health = HealthState(
            checks: [HealthCheck("postgres", .required) { [postgres] in postgres.isSet }], metrics: metrics)
        let routes = operationsRoutes(
            health: health, metrics: servesMetrics ? metrics : nil, facts: Self.facts, openAPI: #"{"openapi":"3.1.0"}"#)
        let requests = RequestMetrics(patterns: routes.map(\.pattern), metrics: metrics)
        try await withServer(others: (routes, [requests])) { try await test($0, health) }
    }

    private func get(_ server: TestServer, _ path: String, _ more: String = "", method: String = "GET") async throws
        -> Answer
    {
        let answers = try await server.exchange(
            "\(method) \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(more)\r\n",
            heads: method == "HEAD" ? [0] : [])
        return try #require(answers.first)
    }

    @Test("/livez is 200 whatever happens, /readyz follows the process and its stores")
    func health() async throws {
        try await withOperations { server, health in
            #expect(try await get(server, "/livez").status == 200)
            let starting = try await get(server, "/readyz")
            #expect(starting.status == 503)
            #expect(starting.body == #"{"status":"starting","checks":{"postgres":"ok"}}"#)
            #expect(starting.headers["cache-control"] == "no-store")
            health.start()
            let ready = try await get(server, "/readyz")
            #expect(ready.status == 200)
            #expect(ready.headers["content-type"] == "application/json")
            postgres.set(false)
            #expect(try await get(server, "/readyz").status == 503)
            #expect(try await get(server, "/livez").status == 200)
            postgres.set(true)
            health.drain()
            #expect(try await get(server, "/readyz").status == 503)
            #expect(try await get(server, "/livez").status == 200)
        }
    }

    @Test("/metrics is a page that a scraper takes, and counts the requests before it")
    func page() async throws {
        try await withOperations { server, _ in
            _ = try await get(server, "/livez")
            _ = try await get(server, "/no/such/path?with=query")
            let answer = try await get(server, "/metrics")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let page = try PrometheusParser(answer.body)
            #expect(page["roster_http_requests_total", ["method": "GET", "route": "/livez", "status": "200"]] == 1)
            #expect(page["roster_http_requests_total", ["method": "GET", "route": "none", "status": "404"]] == 1)
            #expect(page["roster_http_request_duration_seconds_count", ["route": "/livez"]] == 1)
            #expect(!answer.body.contains("no/such"))
        }
    }

    @Test("without its setting there is no /metrics")
    func unserved() async throws {
        try await withOperations(servesMetrics: false) { server, _ in
            let metrics = try await get(server, "/metrics")
            #expect(metrics.status == 404)
            let livez = try await get(server, "/livez")
            #expect(livez.status == 200)
        }
    }

    @Test("/api/meta tells what serves")
    func meta() async throws {
        try await withOperations { server, _ in
            let answer = try await get(server, "/api/meta")
            let object = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
            #expect(
                object as? NSDictionary == [
                    "name": "launch \"users\"", "version": "0.1.0", "api_version": "2026-11-01",
                    "contract_hash": Self.facts.contractHash, "limits": ["body_bytes": 1_048_576],
                    "features": ["cache", "coalesce"],
                ])
        }
    }

    @Test("/openapi.json is the document, and 304 for who has it", arguments: ["/openapi.json", "/api/meta"])
    func documents(path: String) async throws {
        try await withOperations { server, _ in
            let whole = try await get(server, path)
            let etag = try #require(whole.headers["etag"])
            #expect(whole.status == 200)
            #expect(etag.hasPrefix("\"0123456789abcdef-"))
            if path == "/openapi.json" { #expect(whole.body == #"{"openapi":"3.1.0"}"#) }
            for tag in [etag, "W/" + etag, "\"x\", " + etag, "*"] {
                let answer = try await get(server, path, "If-None-Match: \(tag)\r\n")
                #expect(answer.status == 304)
                #expect(answer.body.isEmpty)
                #expect(answer.headers["etag"] == etag)
            }
            for tag in ["\"x\"", "nonsense", String(etag.dropLast()) + "0\""] {
                #expect(try await get(server, path, "If-None-Match: \(tag)\r\n").status == 200)
            }
        }
    }

    @Test("two documents of one contract have two tags")
    func tags() throws {
        let tags = ["{}", "{ }"].map {
            FixedDocument(ByteBuffer(string: $0), contractHash: Self.facts.contractHash).etag
        }
        #expect(Set(tags).count == 2)
    }

    @Test(
        "HEAD has no body, other methods are 405",
        arguments: ["/livez", "/readyz", "/metrics", "/api/meta", "/openapi.json"])
    func methods(path: String) async throws {
        try await withOperations { server, health in
            health.start()
            let head = try await get(server, path, method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            let post = try await get(server, path, method: "POST")
            #expect(post.status == 405)
            #expect(post.headers["allow"] == "GET, HEAD, OPTIONS")
        }
    }
}
