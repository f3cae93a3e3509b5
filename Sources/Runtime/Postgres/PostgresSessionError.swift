/// Why a session's call failed. The message is for the operator who ran it, never for clients: it may quote values.
package struct PostgresSessionError: Error, Sendable {
    package let error: PostgresError
    /// The server's or libpq's own words.
    package let message: String
    /// What the server, or the script that raised the error, advises.
    package let hint: String?
    /// Where in the statement, counted in characters from 1, if the server says so.
    package let position: Int?

    init(_ error: PostgresError, message: String) {
        self.error = error
        self.message = message
        self.hint = nil
        self.position = nil
    }

    init(_ result: ResultHandle) {
        let (error, sqlstate, message) = result.failure
        self.error = sqlstate.isEmpty ? .connectionLost(wasSent: true) : error
        self.message = message
        self.hint = result.failureHint
        self.position = result.failurePosition
    }
}

extension PostgresSessionError: CustomStringConvertible {
    /// Without the message, so that logging it gives nothing away.
    package var description: String {
        error.description
    }
}
