import TestSupport
import Testing

@testable import Runtime

@Suite("The server keeps to the rules of HTTP/1.1", .timeLimit(.minutes(1)))
struct ProtocolRuleTests {
    /// Bytes, and the status and code of the one answer, after which the connection is closed.
    static let refusals: [(bytes: String, status: Int, code: String)] = [
        ("GET /now HTTP/1.1\r\n\r\n", 400, "bad_request"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "bad_request"),
        ("GET /now HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "bad_request"),
        ("GET now HTTP/1.1\r\nHost: a\r\n\r\n", 400, "bad_request"),
        ("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "bad_request"),
        ("GET /\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n", 400, "bad_request"),
        ("nonsense\r\n\r\n", 400, "bad_request"),
        ("GET /now HTTP/2.0\r\nHost: a\r\n\r\n", 505, "http_version_not_supported"),
        ("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501, "not_implemented"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n", 400, "bad_request"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", 400, "bad_request"),
        (post("Content-Length: 3\r\nTransfer-Encoding: chunked"), 400, "bad_request"),
        (post("Transfer-Encoding: chunked\r\nContent-Length: 3"), 400, "bad_request"),
        (post("Content-Length: 3\r\nContent-Length: 4"), 400, "bad_request"),
        (post("Content-Length: 3\r\nContent-Length: 3"), 400, "bad_request"),
        (post("Content-Length: -3"), 400, "bad_request"),
        (post("Content-Length: 3, 3"), 400, "bad_request"),
        (post("Content-Length: 99999999999999999999999"), 400, "bad_request"),
        (post("Transfer-Encoding: gzip, chunked"), 501, "not_implemented"),
        (post("Transfer-Encoding: gzip"), 501, "not_implemented"),
        (post("Transfer-Encoding: chunked") + "zz\r\n", 400, "bad_request"),
        (post("Content-Length: 1048577"), 413, "payload_too_large"),
        (post("Content-Length: 1\r\nExpect: wonders"), 417, "expectation_failed"),
        (post("Content-Length: 1\r\nExpect: 100-continue", "/none"), 404, "not_found"),
        (post("Content-Length: 1\r\nExpect: 100-continue", "/held"), 405, "method_not_allowed"),
        (post("Content-Length: 1\r\nExpect: 100-continue\r\nAuthorization: x"), 401, "unauthorized"),
        (post("Authorization: Bearer good\r\nAuthorization: x"), 400, "bad_request"),
        (get("/" + String(repeating: "a", count: 8192)), 414, "uri_too_long"),
        (get("/now", "X: " + String(repeating: "a", count: 16 * 1024)), 431, "headers_too_large"),
        (get("/now", "X: " + String(repeating: "a", count: 64 * 1024)), 431, "headers_too_large"),
        (get("/now", String(repeating: "a: b\r\n", count: 300) + "a: b"), 431, "headers_too_large"),
    ]

    static func get(_ path: String, _ fields: String = "X: y") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n"
    }

    static func post(_ fields: String, _ path: String = "/echo") -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n"
    }

    @Test("what is malformed, ambiguous or too large gets one problem and the connection is closed")
    func refusals() async throws {
        try await withServer { server in
            for (bytes, status, code) in Self.refusals {
                let answers = try await server.exchange(bytes + Self.get("/now"))
                #expect(answers.map(\.status) == [status], "\(bytes.prefix(120))")
                #expect(answers.first?.code == code, "\(bytes.prefix(120))")
                #expect(answers.first?.headers["connection"] == "close")
                #expect(answers.first?.headers["content-type"] == "application/problem+json")
            }
            try await server.waitForConnections(0)
        }
    }

    @Test(
        "what is known but not had is answered and the connection stays",
        arguments: [
            ("GET", "/none", 404, nil), ("GET", "/now/", 404, nil), ("GET", "/now/..", 404, nil),
            ("GET", "/", 404, nil), ("GET", "/now?x=%zz", 200, nil), ("GET", "http://h/now", 200, nil),
            ("DELETE", "/now", 405, "GET, HEAD, OPTIONS, PUT"), ("TRACE", "/now", 405, "GET, HEAD, OPTIONS, PUT"),
            ("OPTIONS", "/held", 204, "GET, HEAD, OPTIONS"), ("GET", "/fails", 500, nil),
            ("OPTIONS", "*", 204, "GET, HEAD, OPTIONS, PATCH, POST, PUT, DELETE"),
        ] as [(String, String, Int, String?)])
    func answered(method: String, path: String, status: Int, allow: String?) async throws {
        try await withServer { server in
            let last = Self.get("/now", "Connection: close")
            let answers = try await server.exchange("\(method) \(path) HTTP/1.1\r\nHost: a\r\n\r\n" + last)
            #expect(answers.map(\.status) == [status, 200])
            #expect(answers.first?.headers["allow"] == allow)
            #expect(answers.first?.headers["connection"] == nil)
            #expect(answers.first?.body.contains("s3cret") == false)
        }
    }

    @Test("HEAD has GET's fields and no body; 204 and 304 have neither body nor length")
    func bodiless() async throws {
        try await withServer { server in
            let bytes = "HEAD /now HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get("/204") + Self.get("/304")
            let last = Self.get("/now", "Connection: close")
            let answers = try await server.exchange(bytes + last, heads: [0])
            #expect(answers.map(\.status) == [200, 204, 304, 200])
            #expect(answers.map { $0.headers["content-length"] } == ["6", nil, nil, "6"])
            #expect(answers[2].headers["etag"] == "\"7\"")
        }
    }

    @Test("each answer has the common fields, the endpoint's own win, and a value cannot begin another field")
    func fields() async throws {
        try await withServer { server in
            let answers = try await server.exchange(
                Self.get("/now", "X-Request-Id: abc-1") + Self.get("/own", "X-Request-Id: a b\r\nConnection: close"))
            #expect(answers[0].headers["x-request-id"] == "abc-1")
            #expect(answers[0].headers["cache-control"] == "private, no-cache")
            #expect(answers[0].headers["vary"] == "Authorization")
            #expect(answers[0].headers["x-content-type-options"] == "nosniff")
            #expect(answers[0].headers["date"]?.hasSuffix(" GMT") == true)
            #expect(answers[1].headers["x-request-id"]?.count == 15)
            #expect(answers[1].headers["cache-control"] == "max-age=5")
            #expect(answers[1].headers["vary"] == "Accept")
            #expect(answers[1].headers["evil"] == nil)
        }
    }

    @Test(
        "a connection lives on as the version and Connection say",
        arguments: [
            ("1.0", "X: y", "close"), ("1.0", "Connection: keep-alive", "keep-alive"), ("1.1", "X: y", nil),
            ("1.1", "Connection: close", "close"), ("1.1", "Connection: Upgrade\r\nUpgrade: h2c", "close"),
        ] as [(String, String, String?)])
    func keepAlive(version: String, field: String, connection: String?) async throws {
        try await withServer { server in
            let first = "GET /now HTTP/\(version)\r\nHost: a\r\n\(field)\r\n\r\n"
            let answers = try await server.exchange(first + Self.get("/now", "Connection: close"))
            #expect(answers.count == (connection == "close" ? 1 : 2))
            #expect(answers[0].headers["connection"] == connection)
        }
    }

    @Test("100 Continue is sent before the body is, and never when the body has come")
    func continues() async throws {
        try await withServer { server in
            let client = try await server.connect()
            try await client.send(Self.post("Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close"))
            #expect(await client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
            try await client.send("hi")
            #expect(await Answer.all(in: client.readToEnd()).map(\.body) == ["echo:hi"])
            await client.close()
        }
    }

    @Test("a token that must be waited for is verified before the endpoint is asked")
    func authentication() async throws {
        try await withServer { server in
            let answers = try await server.exchange(
                Self.get("/now", "Authorization: Bearer slow") + Self.get("/now", "Authorization: Bearer slow-bad")
                    + Self.get("/now", "Authorization: Bearer bad\r\nConnection: close"))
            #expect(answers.map(\.status) == [200, 401, 401])
            #expect(answers[1].headers["www-authenticate"]?.contains("invalid_token") == true)
            #expect(server.observer.all == ["GET /now 200", "GET /now 401", "GET /now 401"])
        }
    }
}
