import Logging

/// swift-log's events as lines into a `LogSink`. Never blocks.
///
///     let logger = Logger(label: "roster", sink: sink, level: .info)
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let sink: LogSink

    package init(label: String, sink: LogSink, level: Logger.Level) {
        self.label = label
        self.sink = sink
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let own = event.metadata { all.merge(own) { $1 } }
        // The type only: an error's text may carry what a client sent.
        if let error = event.error { all["error.type"] = "\(type(of: error))" }
        sink.write(
            sink.format.line(
                at: .now, level: event.level, label: label, message: event.message.description, metadata: all))
    }
}

extension Logger {
    /// A logger that writes to the sink, without the process-wide set-up of swift-log.
    package init(label: String, sink: LogSink, level: Logger.Level) {
        self.init(label: label) { LineLogHandler(label: $0, sink: sink, level: level) }
    }
}
