import NIOCore
import Testing

@testable import Runtime

@Suite("Prometheus's text format")
struct PrometheusTextTests {
    private func text(_ metrics: Metrics) -> String {
        String(buffer: PrometheusText.render(metrics.snapshot()))
    }

    @Test("a small page is spelled exactly so")
    func exact() {
        let metrics = Metrics()
        metrics.gauge("b_now", help: "Now.").set(-3)
        metrics.counter("a_total", help: "Things.", labels: [("kind", "y")]).increment(by: 2)
        metrics.counter("a_total", help: "Things.", labels: [("kind", "x")]).increment()
        metrics.family("c_seconds", help: "Time.", kind: .gauge) { [.init([], .real(1.5))] }
        metrics.family("d_empty", help: "Nothing.", kind: .gauge) { [] }
        #expect(
            text(metrics) == """
                # HELP a_total Things.
                # TYPE a_total counter
                a_total{kind="x"} 1
                a_total{kind="y"} 2
                # HELP b_now Now.
                # TYPE b_now gauge
                b_now -3
                # HELP c_seconds Time.
                # TYPE c_seconds gauge
                c_seconds 1.5

                """)
    }

    @Test(
        "label values and help come back as they were",
        arguments: [
            "plain", "", "\\", "\"", "\n", "a\\nb", "\\\"", "\r\n", "x\"} 1\nevil_total{a=\"b", "é\u{301}\u{2028}🙂",
            "\u{0}",
            "=,{}", "ends with \\",
        ])
    func hostileLabels(value: String) throws {
        let metrics = Metrics()
        metrics.counter("a_total", help: value, labels: [("one", value), ("two", "2")]).increment()
        metrics.gauge("b", help: "b").set(1)
        let page = try PrometheusParser(text(metrics))
        #expect(page.series.count == 2)
        #expect(page["a_total", ["one": value, "two": "2"]] == 1)
        #expect(page.help["a_total"] == value)
    }

    @Test("canonically equal label values stay two series")
    func bytes() throws {
        let metrics = Metrics()
        metrics.counter("a_total", help: "a", labels: [("name", "\u{E9}")]).increment()
        metrics.counter("a_total", help: "a", labels: [("name", "e\u{301}")]).increment(by: 2)
        #expect(metrics.snapshot()[0].samples.count == 2)
    }

    @Test("a histogram is cumulated, in seconds, and counts what is above its last bound")
    func histogram() throws {
        let metrics = Metrics()
        let histogram = metrics.histogram("t_seconds", help: "t", labels: [("route", "/a")])
        for microseconds in [0, 50, 51, 1_000, 5_000_000, 5_000_001, 90_000_000] {
            histogram.record(.microseconds(microseconds))
        }
        let page = try PrometheusParser(text(metrics))
        func bucket(_ bound: String) -> Double? { page["t_seconds_bucket", ["route": "/a", "le": bound]] }
        #expect(bucket("0.00005") == 2)
        #expect(bucket("0.0001") == 3)
        #expect(bucket("0.0005") == 3)
        #expect(bucket("0.001") == 4)
        #expect(bucket("5") == 5)
        #expect(bucket("+Inf") == 7)
        #expect(page["t_seconds_sum", ["route": "/a"]] == 100.001102)
        #expect(page["t_seconds_count", ["route": "/a"]] == 7)
    }

    @Test(
        "seconds are exact",
        arguments: [
            (0, "0"), (1, "0.000001"), (50, "0.00005"), (1_000_000, "1"), (2_500_000, "2.5"), (10_000_000, "10"),
        ])
    func seconds(microseconds: UInt64, text: String) {
        #expect(PrometheusText.seconds(microseconds: microseconds) == text)
    }

    @Test(
        "numbers that are none are spelled as the format asks",
        arguments: [(Double.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (1e300, "1e+300"), (7, "7")])
    func reals(number: Double, spelled: String) {
        let metrics = Metrics()
        metrics.family("a", help: "a", kind: .gauge) { [.init([], .real(number))] }
        #expect(text(metrics).hasSuffix("\na \(spelled)\n"))
    }

    @Test("two scrapes list the same series in the same order, whatever the order of registering")
    func order() {
        let pages = [[0, 1, 2, 3], [3, 1, 0, 2]].map { order in
            let metrics = Metrics()
            for place in order {
                metrics.counter("m\(place % 2)", help: "m", labels: [("n", "\(place)")]).increment(by: UInt64(place))
            }
            return text(metrics)
        }
        #expect(pages[0] == pages[1])
    }

    @Test("a scrape while others count sees a histogram that adds up")
    func concurrent() async throws {
        let metrics = Metrics()
        let histogram = metrics.histogram("t_seconds", help: "t")
        let isDone = HealthFlag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isDone.set(true) }
                for index in 0..<200_000 { histogram.record(.microseconds(index % 7_000)) }
            }
            // The parser refuses a page whose count is not its last bucket.
            repeat { _ = try PrometheusParser(text(metrics)) } while !isDone.isSet
            try await group.waitForAll()
        }
        #expect(try PrometheusParser(text(metrics))["t_seconds_count"] == 200_000)
    }

    @Test("the process tells of itself under the standard names")
    func process() throws {
        let metrics = Metrics()
        ProcessMetrics.register(in: metrics)
        BuildMetrics.register(
            version: "1", contract: "c", contractVersion: "2026-01-01", contractHash: "abc", in: metrics)
        let page = try PrometheusParser(text(metrics))
        #expect(page["process_cpu_seconds_total"] ?? 0 > 0)
        #expect(page.types["process_cpu_seconds_total"] == "counter")
        #expect(
            page[
                "roster_build_info",
                [
                    "version": "1", "contract": "c", "contract_version": "2026-01-01", "contract_hash": "abc",
                ]] == 1)
        #if os(Linux)
            #expect((1e6...1e12).contains(try #require(page["process_resident_memory_bytes"])))
            #expect(try #require(page["process_virtual_memory_bytes"]) > page["process_resident_memory_bytes"]!)
            #expect((3...1e6).contains(try #require(page["process_open_fds"])))
            let uptime =
                Double(LogTime.now.microsecondsSince2000) / 1e6 + 946_684_800
                - (try #require(page["process_start_time_seconds"]))
            #expect((0...86_400).contains(uptime))
        #endif
    }
}
