/// Why a query gave no answer. Never carries a value or the server's message, which may quote one.
package enum PostgresError: Error, Hashable, Sendable {
    /// There is no connection, and trying to get one failed and will be tried again: answer 503.
    case unavailable
    /// The deadline passed. A statement that had been sent may have been carried out.
    case deadlineExceeded
    /// More is waiting than the configuration allows: answer 503.
    case queueFull
    /// The connection was lost. When `wasSent`, the statement may have been carried out.
    case connectionLost(wasSent: Bool)
    /// The server refused, by SQLSTATE (Postgres manual, appendix A), with the names of what was in the way.
    case server(sqlstate: String, constraint: String?, table: String?, column: String?)
    /// The task was cancelled. A statement that had been sent may have been carried out.
    case cancelled

    /// A stable word for metrics and logs.
    package var kind: String {
        switch self {
        case .unavailable: "unavailable"
        case .deadlineExceeded: "deadline_exceeded"
        case .queueFull: "queue_full"
        case .connectionLost: "connection_lost"
        case .server: "server"
        case .cancelled: "cancelled"
        }
    }

    /// The server's code, when it was the server that refused.
    package var sqlstate: String? {
        if case .server(let sqlstate, _, _, _) = self { sqlstate } else { nil }
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unavailable: "no connection to Postgres"
        case .deadlineExceeded: "Postgres did not answer in time"
        case .queueFull: "too many requests wait for Postgres"
        case .connectionLost(let wasSent):
            "the connection to Postgres was lost \(wasSent ? "after" : "before") the statement was sent"
        case .cancelled: "the request was cancelled"
        case .server(let sqlstate, let constraint, let table, let column):
            "Postgres answered \(sqlstate)"
                + [("constraint", constraint), ("table", table), ("column", column)]
                .compactMap { name, value in value.map { ", \(name) \($0)" } }.joined()
        }
    }
}
