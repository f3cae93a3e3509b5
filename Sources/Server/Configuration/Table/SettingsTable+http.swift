import Runtime

extension SettingsTable {
    private static let wait: ClosedRange<Duration> = .milliseconds(10) ... .seconds(600)

    static let http = SettingGroup(
        title: "HTTP",
        settings: [
            Setting("ROSTER_HOST", \.http.host, .text("an address", longest: 255), "The address to listen on."),
            Setting("ROSTER_PORT", \.http.port, .number(0...65_535), "The port to listen on; 0 takes a free one."),
            Setting(
                "ROSTER_EVENT_LOOPS", \.http.eventLoops, .number(1...256), standard: "one for each core",
                "Threads that serve connections."),
            Setting(
                "ROSTER_BACKLOG", \.http.backlog, .number(1...65_535),
                "Connections that the kernel may hold before they are accepted."),
            Setting(
                "ROSTER_MAX_CONNECTIONS", \.http.maxConnections, .number(1...1_000_000),
                "Connections at once; more are closed when they are accepted."),
            Setting(
                "ROSTER_MAX_CONNECTIONS_PER_ADDRESS", \.http.maxConnectionsPerAddress, .number(0...1_000_000),
                "Connections at once from one IPv4 address or IPv6 /64; 0 means no bound. Behind a proxy keep it 0."),
            Setting(
                "ROSTER_MAX_HEADER_BYTES", \.http.maxHeaderBytes, .bytes(1_024...(1 << 20)),
                "All header names and values of a request; more is 431."),
            Setting(
                "ROSTER_MAX_URI_BYTES", \.http.maxURIBytes, .bytes(256...(1 << 18)), "The request target; more is 414."),
            Setting(
                "ROSTER_MAX_BODY_BYTES", \.http.maxBodyBytes, .bytes(1_024...(1 << 30)),
                "A request's body; more is 413."),
            Setting(
                "ROSTER_MAX_PIPELINED", \.http.maxPipelinedRequests, .number(0...10_000),
                "Requests of a connection that may wait behind the one being answered."),
            Setting(
                "ROSTER_MAX_UNSENT_BYTES", \.http.maxUnsentBytes, .bytes(4_096...(1 << 30)),
                "Answers that may wait for a slow reader before its next request is taken up."),
            Setting(
                "ROSTER_HEADER_TIME", \.http.headerTime, .time(wait),
                "From a request's first byte to the end of its head."),
            Setting("ROSTER_BODY_TIME", \.http.bodyTime, .time(wait), "From the end of a head to the end of its body."),
            Setting(
                "ROSTER_IDLE_TIME", \.http.idleTime, .time(wait), "From an answer to the next request's first byte."),
            Setting(
                "ROSTER_REQUEST_TIME", \.http.requestTime, .time(wait),
                "From a request being whole to its deadline: every wait for a store ends by then."),
            Setting(
                "ROSTER_REQUEST_GRACE", \.http.requestGrace, .time(.zero ... .seconds(60)),
                "How long after its deadline a request without an answer is answered 503 by the server."),
            Setting(
                "ROSTER_WRITE_TIME", \.http.writeTime, .time(wait),
                "How long a peer may take none of the bytes that wait for it."),
            Setting(
                "ROSTER_LINGER_TIME", \.http.lingerTime, .time(wait),
                "How long a peer's last bytes are thrown away after the last answer, so that it is not lost to a reset."
            ),
            Setting(
                "ROSTER_DRAIN_DELAY", \.drainDelay, .time(.zero ... .seconds(300)),
                "At the end: from `/readyz` saying 503 to no longer accepting connections."),
            Setting(
                "ROSTER_DRAIN_TIME", \.drainTime, .time(.zero ... .seconds(600)),
                "At the end: how long requests in flight may take to finish."),
        ])
}
