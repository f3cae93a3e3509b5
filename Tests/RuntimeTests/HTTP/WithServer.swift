import Logging
import NIOCore
import NIOHTTP1
import TestSupport

@testable import Runtime

/// A running server with the endpoints that the tests ask.
struct TestServer {
    let server: HTTPServer
    let port: Int
    let held: HeldEndpoint
    let observer: RecordingObserver

    func connect(receiveBuffer: Int32? = nil) async throws -> RawClient {
        try await RawClient(port: port, receiveBuffer: receiveBuffer)
    }

    /// Sends bytes on a new connection and reads until the server closes it.
    func exchange(_ bytes: String, heads: Set<Int> = []) async throws -> [Answer] {
        let client = try await connect()
        try await client.send(bytes)
        let text = await client.readToEnd()
        await client.close()
        return Answer.all(in: text, heads: heads)
    }

    /// Waits until the server has let go of all connections but `count`.
    func waitForConnections(_ count: Int) async throws {
        while server.connectionCount != count { try await Task.sleep(for: .milliseconds(2)) }
    }
}

/// Runs a test against a server on a free port, and ends the server.
/// - Parameter others: routes and observers of the test, beside those that are always there.
func withServer(
    _ change: (inout HTTPServer.Configuration) -> Void = { _ in },
    others: (routes: [Route], observers: [any RequestObserver]) = ([], []),
    _ test: (TestServer) async throws -> Void
) async throws {
    var configuration = HTTPServer.Configuration()
    configuration.port = 0
    configuration.eventLoops = 2
    configuration.lingerTime = .milliseconds(200)
    change(&configuration)
    let held = HeldEndpoint()
    let observer = RecordingObserver()
    let big = ByteBuffer(repeating: UInt8(ascii: "x"), count: 1 << 20)
    let own = Response(
        .created, headers: [("Cache-Control", "max-age=5"), ("Vary", "Accept"), ("Location", "/x\r\nEvil: 1")])
    let routes = [
        Route("/now", [(.GET, NowEndpoint()), (.PUT, EchoEndpoint())]),
        Route("/now/{id}", [(.GET, NowEndpoint())]),
        Route("/echo", [(.POST, EchoEndpoint()), (.GET, EchoEndpoint())]),
        Route("/held", [(.GET, held)]),
        Route("/fails", [(.GET, FailingEndpoint())]),
        Route("/big", [(.GET, FixedEndpoint(response: Response(.ok, body: big)))]),
        Route("/own", [(.GET, FixedEndpoint(response: own))]),
        Route("/204", [(.GET, FixedEndpoint(response: Response(.noContent)))]),
        Route("/304", [(.GET, FixedEndpoint(response: Response(.notModified, etag: "\"7\"")))]),
    ]
    let server = HTTPServer(
        configuration: configuration, routes: routes + others.routes, authenticator: StubAuthenticator(),
        observer: ObserverGroup([observer] + others.observers),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let port = try await server.start()
    let outcome: Result<Void, any Error>
    do {
        outcome = .success(try await test(TestServer(server: server, port: port, held: held, observer: observer)))
    } catch { outcome = .failure(error) }
    held.open()
    try await server.shutdownGracefully(drain: .milliseconds(500))
    try outcome.get()
}
