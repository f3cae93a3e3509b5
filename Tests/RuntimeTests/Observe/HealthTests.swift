import NIOCore
import Testing

@testable import Runtime

@Suite("Health")
struct HealthTests {
    private let postgres = HealthFlag(true)
    private let redis = HealthFlag(true)

    private func state(_ metrics: Metrics = Metrics()) -> HealthState {
        HealthState(
            checks: [
                HealthCheck("postgres", .required) { [postgres] in postgres.isSet },
                HealthCheck("redis", .optional) { [redis] in redis.isSet },
            ], metrics: metrics)
    }

    @Test("a process is ready only between its start and its end, and while all that is required is there")
    func transitions() {
        let state = state()
        #expect(state.report.status == "starting" && !state.report.isReady)
        state.start()
        #expect(state.report.status == "ready" && state.report.isReady)
        redis.set(false)
        #expect(state.report.status == "degraded" && state.report.isReady)
        postgres.set(false)
        #expect(state.report.status == "unavailable" && !state.report.isReady)
        postgres.set(true)
        redis.set(true)
        #expect(state.report.status == "ready" && state.report.isReady)
        state.drain()
        #expect(state.report.status == "draining" && !state.report.isReady)
        state.start()
        #expect(state.report.status == "draining" && !state.report.isReady)
    }

    @Test("a process that ends before it has started never becomes ready")
    func endsEarly() {
        let state = state()
        state.drain()
        state.start()
        #expect(state.phase == .draining)
    }

    @Test("the page names each check")
    func json() {
        let state = state()
        state.start()
        redis.set(false)
        #expect(
            String(buffer: state.report.json)
                == #"{"status":"degraded","checks":{"postgres":"ok","redis":"degraded"}}"#)
        postgres.set(false)
        #expect(
            String(buffer: state.report.json)
                == #"{"status":"unavailable","checks":{"postgres":"failing","redis":"degraded"}}"#)
    }

    @Test("metrics say the same")
    func metrics() throws {
        let metrics = Metrics()
        let state = state(metrics)
        func page() throws -> PrometheusParser {
            try PrometheusParser(String(buffer: PrometheusText.render(metrics.snapshot())))
        }
        #expect(try page()["roster_ready"] == 0)
        state.start()
        redis.set(false)
        #expect(try page()["roster_ready"] == 1)
        #expect(try page()["roster_health_check", ["check": "redis"]] == 0)
        #expect(try page()["roster_health_check", ["check": "postgres"]] == 1)
    }
}
