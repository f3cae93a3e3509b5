import NIOHTTP1
import Testing

@testable import Runtime

@Suite("The router finds one route or says why not")
struct RouterTests {
    private static let router = Router(
        [
            "/", "/api/users/me", "/api/users/{id}", "/api/users/{id}/settings", "/api/users/me/image",
            "/api/{kind}/me/{part}/x",
        ].map { Route($0, [(.GET, NowEndpoint())]) })

    @Test(
        "fixed segments win, and are gone back from where they lead nowhere",
        arguments: [
            ("/", "/", []), ("/api/users/me", "/api/users/me", []), ("/api/users/7", "/api/users/{id}", ["7"]),
            ("/api/users/me/settings", "/api/users/{id}/settings", ["me"]),
            ("/api/users/me/y/x", "/api/{kind}/me/{part}/x", ["users", "y"]),
            ("/api/users/%2e%2E", "/api/users/{id}", ["%2e%2E"]),
            ("/api/users/me/", nil, []), ("/api/users/", nil, []), ("/api/users//settings", nil, []), ("", nil, []),
            ("/api/users/..", nil, []), ("/api/users/.", nil, []), ("//", nil, []), ("/API/users/me", nil, []),
        ] as [(String, String?, [Substring])])
    func finds(path: String, pattern: String?, parameters: [Substring]) {
        switch Self.router.match(.GET, path[...]) {
        case .endpoint(_, let found, let values):
            #expect(found == pattern)
            #expect(values == parameters)
        case .methodNotAllowed: Testing.Issue.record("GET is there")
        case .notFound: #expect(pattern == nil)
        }
    }

    @Test("another method names those that there are")
    func methods() {
        guard case .methodNotAllowed(let allow, _) = Self.router.match(.PUT, "/api/users/me") else {
            Testing.Issue.record("PUT is not there")
            return
        }
        #expect(allow == "GET, HEAD, OPTIONS")
    }

    @Test("two routes for one path trap at the start")
    func duplicates() async {
        await #expect(processExitsWith: .failure) {
            _ = Router([Route("/a/{x}", [(.GET, NowEndpoint())]), Route("/a/{y}", [(.GET, NowEndpoint())])])
        }
    }
}
