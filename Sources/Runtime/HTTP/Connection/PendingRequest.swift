import NIOCore
import NIOHTTP1

/// A request on its way from its head to its answer.
struct PendingRequest {
    var method: HTTPMethod
    var target: RequestTarget
    var headers: HTTPHeaders
    var authorization: String?
    var id: String
    var match: Router.Match
    var body = ByteBuffer()
    /// When the head came.
    var started: ContinuousClock.Instant
    /// The answer is the connection's last.
    var isLast: Bool
    var isHTTP10: Bool
    /// The answer, when it is known before an endpoint is asked.
    var refusal: Problem?

    /// The pattern for metrics.
    var route: String {
        switch match {
        case .endpoint(_, let pattern, _), .methodNotAllowed(_, let pattern): pattern
        case .notFound: "none"
        }
    }

    /// A refusal of bytes that never became a request.
    static func refused(_ problem: Problem, id: String, at now: ContinuousClock.Instant) -> PendingRequest {
        PendingRequest(
            method: .RAW(value: "-"), target: RequestTarget(none: ()), headers: [:], id: id, match: .notFound,
            started: now, isLast: true, isHTTP10: false, refusal: problem)
    }

    /// What an endpoint sees.
    func request(
        parameters: [Substring], caller: Caller, deadline: ContinuousClock.Instant
    ) -> Request {
        Request(
            method: method, path: target.path, query: target.query, headers: headers, body: body,
            parameters: parameters, caller: caller, id: id, deadline: deadline)
    }
}

extension RequestTarget {
    /// No target, for what never became a request.
    init(none: Void) {
        path = ""
    }
}
