import Runtime
import ArgumentParser
import DevServices

/// Where the server listens, for those who say it on the command line.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address to listen on (else ROSTER_HOST, else 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on (else ROSTER_PORT, else 8080).")
    var port: UInt16?

    func apply(to settings: inout ServerSettings) {
        if let host { settings.http.host = host }
        if let port { settings.http.port = Int(port) }
    }

    /// Says early, before databases are started, that the port is taken.
    static func checkFree(_ settings: ServerSettings) throws {
        let port = UInt16(clamping: settings.http.port)
        if port == 0 || FreePort.isFree(port) { return }
        throw CommandError(
            "Port \(port) on 127.0.0.1 is taken by another program. Stop it, or choose another: --port \(port &+ 1)")
    }
}
