/// Why a command gave no answer. Never carries a value or the server's words, which may quote one.
package enum RedisError: Error, Hashable, Sendable {
    /// There is no connection, or not the one that was meant. Told at once, without waiting.
    case unavailable
    /// The deadline passed. The command may have been carried out.
    case deadlineExceeded
    /// More is under way than the configuration allows.
    case queueFull
    /// The connection was lost after the command was sent: it may have been carried out.
    case connectionLost
    /// The server refused; the first word of what it said, such as `NOSCRIPT` or `OOM`.
    case server(code: String)

    /// A stable word for metrics and logs.
    package var kind: String {
        switch self {
        case .unavailable: "unavailable"
        case .deadlineExceeded: "deadline_exceeded"
        case .queueFull: "queue_full"
        case .connectionLost: "connection_lost"
        case .server: "server"
        }
    }
}
