import Logging

/// What all connections of a server share.
final class HTTPService: Sendable {
    let configuration: HTTPServer.Configuration
    let router: Router
    let authenticator: any Authenticator
    let observer: any RequestObserver
    let logger: Logger
    /// Requests whose answer is being waited for.
    let inFlight = Gauge()

    init(
        configuration: HTTPServer.Configuration, routes: [Route], authenticator: any Authenticator,
        observer: any RequestObserver, logger: Logger
    ) {
        self.configuration = configuration
        self.router = Router(routes)
        self.authenticator = authenticator
        self.observer = observer
        self.logger = logger
    }
}
