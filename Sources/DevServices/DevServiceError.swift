/// Why a private service could not be found, started or stopped; `description` is a sentence for the terminal.
package struct DevServiceError: Error, CustomStringConvertible, Sendable {
    package enum Code: String, Sendable {
        /// A program is not installed; the message says which package has it.
        case missingProgram
        /// The folder cannot be made, written or reached.
        case folder
        /// Another Roster already runs the service in this folder.
        case inUse
        /// The program ended, or was not ready in time.
        case startFailed
        /// No free port, or the port asked for is taken.
        case port
        /// The call makes no sense in the present state, for example `freeze()` after `kill()`.
        case state
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
