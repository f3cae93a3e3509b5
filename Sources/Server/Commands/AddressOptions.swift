import ArgumentParser
import DevServices

/// Where the server listens.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address to listen on (else ROSTER_HOST, else 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on (else ROSTER_PORT, else 8080).")
    var port: UInt16?

    func resolve(_ environment: Environment) throws -> (host: String, port: UInt16) {
        let host = host ?? environment["ROSTER_HOST"] ?? "127.0.0.1"
        if let port { return (host, port) }
        guard let text = environment["ROSTER_PORT"] else { return (host, 8080) }
        guard let port = UInt16(text) else {
            throw CommandError("ROSTER_PORT is not a port: write a number from 0 to 65535.")
        }
        return (host, port)
    }

    /// Says early, before databases are started, that the port is taken.
    func checkFree(_ port: UInt16) throws {
        if port == 0 || FreePort.isFree(port) { return }
        throw CommandError(
            "Port \(port) on 127.0.0.1 is taken by another program. Stop it, or choose another: --port \(port &+ 1)")
    }
}
