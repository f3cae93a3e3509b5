import NIOCore
import NIOHTTP1
import Testing

@testable import Runtime

@Suite("Metrics of requests")
struct RequestMetricsTests {
    private func page(_ metrics: Metrics) throws -> PrometheusParser {
        try PrometheusParser(String(buffer: PrometheusText.render(metrics.snapshot())))
    }

    private func finish(
        _ requests: RequestMetrics, _ method: HTTPMethod, _ route: String, _ status: HTTPResponseStatus
    ) {
        requests.finished(
            method: method, route: route, status: status, duration: .microseconds(120), requestID: "r", responseBytes: 9
        )
    }

    @Test("each request is counted once, under its route, method and status")
    func counts() throws {
        let metrics = Metrics()
        let requests = RequestMetrics(patterns: ["/a/{id}", "/b"], metrics: metrics)
        finish(requests, .GET, "/a/{id}", .ok)
        finish(requests, .GET, "/a/{id}", .ok)
        finish(requests, .PATCH, "/a/{id}", .preconditionFailed)
        finish(requests, .GET, "none", .notFound)
        let page = try page(metrics)
        let counted = page.series.filter { $0.name == "roster_http_requests_total" }
        #expect(counted.count == 3)
        #expect(page["roster_http_requests_total", ["method": "GET", "route": "/a/{id}", "status": "200"]] == 2)
        #expect(page["roster_http_requests_total", ["method": "PATCH", "route": "/a/{id}", "status": "412"]] == 1)
        #expect(page["roster_http_requests_total", ["method": "GET", "route": "none", "status": "404"]] == 1)
        #expect(page["roster_http_request_duration_seconds_count", ["route": "/a/{id}"]] == 3)
        #expect(page["roster_http_request_duration_seconds_count", ["route": "/b"]] == 0)
    }

    @Test("whatever clients send, the series stay those of the table")
    func bounded() throws {
        let metrics = Metrics()
        let requests = RequestMetrics(patterns: ["/a"], metrics: metrics)
        for number in 0..<2_000 {
            finish(requests, .RAW(value: "M\(number)"), "/x/\(number)", .custom(code: UInt(number), reasonPhrase: "x"))
        }
        finish(requests, .RAW(value: "\"} 1\n"), "/a", .custom(code: .max, reasonPhrase: "x"))
        finish(requests, .TRACE, "/a", .imATeapot)
        let page = try page(metrics)
        let counted = page.series.filter { $0.name == "roster_http_requests_total" }
        #expect(counted.reduce(0) { $0 + $1.value } == 2_002)
        #expect(Set(counted.compactMap { $0.labels["method"] }) == ["other"])
        #expect(Set(counted.compactMap { $0.labels["route"] }) == ["/a", "none"])
        #expect(page["roster_http_requests_total", ["method": "other", "route": "/a", "status": "other"]] == 2)
        #expect(counted.count <= StatusLabel.count + 1)
    }

    @Test("every status has the place of its own code")
    func statuses() {
        for code in UInt(0)..<1_000 {
            let text = StatusLabel.text(at: StatusLabel.place(of: code))
            #expect(text == (StatusLabel.codes.contains(Int(code)) ? "\(code)" : "other"))
        }
    }

    @Test("counts from many threads at once are all there")
    func concurrent() async throws {
        let metrics = Metrics()
        let requests = RequestMetrics(patterns: ["/a"], metrics: metrics)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<10_000 { finish(requests, .GET, "/a", .ok) } }
            }
        }
        let labels = ["method": "GET", "route": "/a", "status": "200"]
        #expect(try page(metrics)["roster_http_requests_total", labels] == 40_000)
    }
}
