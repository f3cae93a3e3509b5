import TestSupport
import Testing

/// Somebody who sends requests, each over a connection of its own. Every answer is held against the OpenAPI document.
struct Client: Sendable {
    let port: Int
    var token: String?
    /// Whether a status or body that the document does not have fails the test.
    var isChecked = true

    func get(
        _ path: String, _ headers: [String: String] = [:], at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        try await send("GET", path, headers: headers, at: location)
    }

    func put(
        _ path: String, _ body: String, _ headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        try await send("PUT", path, body, headers: headers, at: location)
    }

    func patch(
        _ path: String, _ body: String, _ headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        try await send("PATCH", path, body, headers: headers, at: location)
    }

    func post(
        _ path: String, _ body: String, _ headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        try await send("POST", path, body, headers: headers, at: location)
    }

    /// - Parameter headers: win over those that every request has.
    func send(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        let conversation = try await Conversation(self)
        let answer = try await conversation.send(
            method, path, body, headers: headers.merging(["Connection": "close"]) { own, _ in own }, at: location)
        await conversation.close()
        return answer
    }
}

/// Requests one after the other over one connection.
final class Conversation {
    struct NoAnswer: Error {}

    private let client: Client
    private let socket: RawClient

    init(_ client: Client) async throws {
        self.client = client
        socket = try await RawClient(port: client.port)
    }

    func send(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        try await socket.send(head(method, path, body, headers) + (body ?? ""))
        guard let answer = await socket.readAnswer(isHead: method == "HEAD") else { throw NoAnswer() }
        if client.isChecked { DocumentedAPI.check(method, path, answer, at: location) }
        return answer
    }

    func close() async {
        await socket.close()
    }

    private func head(_ method: String, _ path: String, _ body: String?, _ headers: [String: String]) -> String {
        var fields = ["Host": "localhost"]
        if let token = client.token { fields["Authorization"] = "Bearer " + token }
        if let body {
            fields["Content-Length"] = String(body.utf8.count)
            fields["Content-Type"] = method == "PATCH" ? "application/merge-patch+json" : "application/json"
        }
        fields.merge(headers) { _, given in given }
        // A field that is given empty is left out.
        let lines = fields.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }
        return "\(method) \(path) HTTP/1.1\r\n" + lines.joined() + "\r\n"
    }
}
