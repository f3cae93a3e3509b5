import Generated
import Runtime
import TestSupport
import Testing

@Suite("The server is watched and described without telling of anybody", .timeLimit(.minutes(1)))
struct OperationsTests {
    @Test("alive, ready with all that it depends on, and described by the contract that it was built from")
    func described() async throws {
        let client = try await Deployment.shared.anonymous
        #expect(try await client.get("/livez").json == ["status": "alive"])
        // The contract and Redis are looked at after the start.
        let end = ContinuousClock.now + .seconds(5)
        while try await client.get("/readyz").json["status"] != "ready", .now < end {
            try await Task.sleep(for: .milliseconds(10))
        }
        let ready = try await client.get("/readyz")
        #expect(ready.status == 200)
        #expect(ready.json["checks"] == ["postgres": "ok", "contract": "ok", "redis": "ok"])
        let meta = try await client.get("/api/meta")
        #expect(meta.json["contract_hash"]?.string == contract.hash)
        let document = try await client.get("/openapi.json")
        #expect(document.json == DocumentedAPI.document)
        #expect(document.json["info"]?["version"] == meta.json["api_version"])
        for answer in [meta, document] { #expect(answer.etag.hasPrefix("\"")) }
        #expect(try await client.get("/openapi.json", ["If-None-Match": document.etag]).status == 304)
    }

    @Test("the metrics count requests by pattern and status, and name nobody")
    func metrics() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let before = try await Self.count(deployment)
        for _ in 0..<3 { #expect(try await own.get(person.path).status == 200) }
        _ = try await own.patch("/api/users/me", #"{"email":"changed-\#(person.email)"}"#)
        _ = try await own.get("/api/users/\(person.email)/\(person.id)?fields=\(person.email)")
        #expect(try await Self.count(deployment) >= before + 3)
        let text = try await deployment.anonymous.get("/metrics")
        #expect(text.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
        for name in ["roster_cache_lookups_total", "profile_update", "roster_auth_tokens_total"] {
            #expect(text.body.contains(name), "\(name)")
        }
        for secret in [person.id, person.email, "example.com", own.token ?? "-"] {
            #expect(!text.body.contains(secret))
        }
    }

    /// How many reads of a profile have been answered 200.
    private static func count(_ deployment: Deployment) async throws -> Int {
        try await deployment.anonymous.get("/metrics").body.split(separator: "\n").filter { line in
            line.hasPrefix("roster_http_requests_total{") && line.contains("\"/api/users/{id}\"")
                && line.contains("\"GET\"") && line.contains("\"200\"")
        }.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
    }
}
