import Logging
import NIOCore
import NIOHTTP1
import Synchronization

/// One line a request: method, route, status, duration, size and the request's id; never a path, a query, a token or who
/// asked.
///
/// Written without swift-log's metadata, which would cost more than the rest of the line.
package final class RequestLog: RequestObserver {
    /// Which requests get a line.
    package enum Scope: String, CaseIterable, Sendable {
        case off
        /// Those answered with a 5xx.
        case errors
        case all
    }

    private static let label = "roster.request"
    private let sink: LogSink
    private let scope: Scope
    private let every: UInt64
    private let seen = Atomic<UInt64>(0)

    /// - Parameter every: of the answers below 400 one in so many gets a line; those from 400 on all do.
    package init(sink: LogSink, scope: Scope, every: Int = 1) {
        self.sink = sink
        self.scope = scope
        self.every = UInt64(max(1, every))
    }

    package func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int
    ) {
        guard isWanted(status) else { return }
        let line = RequestLine(
            method: MethodLabel(method), route: route, status: status.code, microseconds: duration.microseconds,
            requestID: requestID, responseBytes: responseBytes)
        switch sink.format {
        case .json: sink.write(line.json(at: .now, label: Self.label))
        case .text: sink.write(line.text(at: .now))
        }
    }

    private func isWanted(_ status: HTTPResponseStatus) -> Bool {
        switch scope {
        case .off: false
        case .errors: status.code >= 500
        case .all:
            status.code >= 400 || every == 1 || seen.wrappingAdd(1, ordering: .relaxed).oldValue % every == 0
        }
    }
}

/// What is said of one request.
struct RequestLine {
    let method: MethodLabel
    let route: String
    let status: UInt
    let microseconds: Int64
    let requestID: String
    let responseBytes: Int

    private var level: Logger.Level { status >= 500 ? .error : .info }

    func json(at time: LogTime, label: String) -> ByteBuffer {
        var writer = JSONLogLine.begin(time, level, label)
        writer.string("request" as StaticString)
        writer.key("metadata")
        writer.beginObject()
        writer.key("method")
        writer.string(method.text)
        writer.key("route")
        writer.string(route)
        writer.key("status")
        writer.int(Int64(status))
        writer.key("duration_us")
        writer.int(microseconds)
        writer.key("request.id")
        writer.string(requestID)
        writer.key("response.bytes")
        writer.int(responseBytes)
        writer.endObject()
        return JSONLogLine.end(writer)
    }

    /// `08:05:00.250 info     GET /api/users/{id} 200  0.312 ms  512 B  h2k9…`
    func text(at time: LogTime) -> ByteBuffer {
        var line = TextLogLine.begin(time, level)
        let thousandths = String(microseconds % 1000 + 1000).dropFirst()
        line.writeString(
            "\(method.text) \(route) \(status)  \(microseconds / 1000).\(thousandths) ms  \(responseBytes) B  \(requestID)\n"
        )
        return line
    }
}
