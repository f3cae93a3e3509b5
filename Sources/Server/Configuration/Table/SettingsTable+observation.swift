import Runtime

extension SettingsTable {
    static let observation = SettingGroup(
        title: "Logs and metrics",
        settings: [
            Setting("ROSTER_LOG_LEVEL", \.logLevel, .word, "Events below this level are not logged."),
            Setting(
                "ROSTER_LOG_FORMAT", \.log.format, .word, standard: "json; `roster dev`: text",
                "One JSON object a line, or lines for people."),
            Setting("ROSTER_LOG_STREAM", \.logStream, .word, "Where log lines go."),
            Setting(
                "ROSTER_LOG_BUFFER_BYTES", \.log.maximumPendingBytes, .bytes(65_536...(1 << 30)),
                "Lines that may wait for the log's reader; what comes above it is dropped and counted."),
            Setting(
                "ROSTER_ACCESS_LOG", \.accessLog, .word, standard: "errors; `roster dev`: all",
                "Which requests get a line: none, those answered with a 5xx, or all."),
            Setting(
                "ROSTER_ACCESS_LOG_EVERY", \.accessLogEvery, .number(1...1_000_000),
                "With `all`: of the answers below 400 one in so many gets a line."),
            Setting(
                "ROSTER_METRICS", \.servesMetrics, .toggle,
                "Whether `/metrics` is served, without a token: keep that path from outsiders in the proxy."),
            Setting(
                "ROSTER_METRICS_CLIENTS", \.clientsInMetrics, .number(0...1_000),
                "The most clients, by the first product of `User-Agent`, that the counter of former names tells apart."),
            Setting(
                "ROSTER_SWAGGER_UI", optional: \.swaggerUI, .text("a path", longest: 4096),
                standard: "none; `roster dev`: `.roster/swagger-ui` where it is",
                "The folder with the files of Swagger UI, for `/docs`; without it that is a plain page."),
        ])

    static let development = SettingGroup(
        title: "Files",
        settings: [
            Setting(
                "ROSTER_CONFIG", optional: \.file, .text("a path", longest: 4096),
                "A file with lines `NAME=value` for the settings of this page; the environment goes before it."),
            Setting(
                "ROSTER_FOLDER", optional: \.folder, .text("a path", longest: 4096),
                standard: "`.roster` in the checkout",
                "Where development keeps its databases and secrets; read from the environment only."),
        ])
}
