import NIOCore
import NIOHTTP1
import Synchronization

@testable import Runtime

/// Answers at once, with what it was asked.
struct NowEndpoint: Endpoint {
    func answerNow(_ request: Request) throws(Problem) -> Response? {
        Response(.ok, contentType: .json, body: ByteBuffer(string: "now:\(request.parameters)"), etag: "\"7\"")
    }

    func answer(_ request: Request) async throws -> Response { throw Problem.internalError }
}

/// Answers with the body, after it has waited.
struct EchoEndpoint: Endpoint {
    func answer(_ request: Request) async throws -> Response {
        await Task.yield()
        return Response(.ok, contentType: .text, body: ByteBuffer(string: "echo:\(String(buffer: request.body))"))
    }
}

/// Answers when the test says so, and tells it what happened.
final class HeldEndpoint: Endpoint {
    enum Event: Equatable { case began, cancelled }
    let events: AsyncStream<Event>
    private let report: AsyncStream<Event>.Continuation
    private let waiting: AsyncStream<Void>
    private let release: AsyncStream<Void>.Continuation

    init() {
        (events, report) = AsyncStream.makeStream()
        (waiting, release) = AsyncStream.makeStream()
    }

    func open() { release.finish() }

    func answer(_ request: Request) async throws -> Response {
        report.yield(.began)
        for await _ in waiting {}
        if Task.isCancelled { report.yield(.cancelled) }
        return Response(.ok, contentType: .text, body: ByteBuffer(string: "held"))
    }
}

/// Throws an error that names a secret.
struct FailingEndpoint: Endpoint {
    struct Failure: Error { let secret = "s3cret" }
    func answer(_ request: Request) async throws -> Response { throw Failure() }
}

/// Answers at once with what it was given.
struct FixedEndpoint: Endpoint {
    let response: Response
    func answerNow(_ request: Request) throws(Problem) -> Response? { response }
    func answer(_ request: Request) async throws -> Response { response }
}

/// Knows `Bearer good` at once and `Bearer slow` after waiting.
struct StubAuthenticator: Authenticator {
    func callerNow(authorization: String?) throws(Problem) -> Caller? {
        switch authorization {
        case nil, "Bearer good": .nobody
        case "Bearer slow", "Bearer slow-bad": nil
        default: throw .unauthorized(error: "invalid_token")
        }
    }

    func caller(authorization: String) async throws(Problem) -> Caller {
        guard authorization == "Bearer slow" else { throw .unauthorized(error: "invalid_token") }
        return .nobody
    }
}

/// Remembers what it was told.
final class RecordingObserver: RequestObserver {
    private let records = Mutex<[String]>([])
    var all: [String] { records.withLock { $0 } }

    func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int
    ) {
        records.withLock { $0.append("\(method.rawValue) \(route) \(status.code)") }
    }
}
