import Foundation
import TestSupport
import Testing

@testable import Server

@Suite("The contract is shown to people without anything from elsewhere", .timeLimit(.minutes(1)))
struct DocumentationTests {
    @Test("as a plain page where there is no Swagger UI, with every operation, under a policy that runs nothing")
    func plain() async throws {
        let client = try await Deployment.shared.anonymous
        let page = try await client.get("/docs")
        #expect(page.status == 200)
        #expect(page.headers["content-type"] == "text/html; charset=utf-8")
        for operation in DocumentedAPI.operations {
            let name = DocumentedAPI.description(operation)["operationId"]?.string ?? "?"
            #expect(page.body.contains("id=\"\(name)\""), "\(name)")
        }
        let policy = page.headers["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; base-uri 'none'"))
        #expect(!page.body.contains("<script") && !page.body.contains("style="))
        #expect(try await client.get("/docs/reference").body == page.body)
        #expect(try await client.get("/docs", ["If-None-Match": page.etag]).status == 304)
        #expect(try await client.get("/docs/reference.css").headers["content-type"] == "text/css; charset=utf-8")
        #expect(try await client.get("/docs/swagger-ui-bundle.js").status == 404)
    }

    @Test("as Swagger UI from a folder, with types, caching, and a policy without inline scripts")
    func swaggerUI() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "swagger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"] {
            try Data("of \(name)".utf8).write(to: folder.appending(path: name))
        }
        let deployment = try await Deployment.shared.another { $0.swaggerUI = folder.path }
        let client = deployment.anonymous
        let page = try await client.get("/docs")
        #expect(page.headers["content-security-policy"]?.contains("script-src 'self'; connect-src 'self'") == true)
        #expect(page.body.matches(of: #/<script(?! src="/docs/)/#).isEmpty)
        let bundle = try await client.get("/docs/swagger-ui-bundle.js")
        #expect(bundle.body == "of swagger-ui-bundle.js")
        #expect(bundle.headers["content-type"] == "text/javascript; charset=utf-8")
        #expect(bundle.headers["cache-control"] == "public, max-age=3600")
        #expect(try await client.get("/docs/favicon-32x32.png").headers["content-type"] == "image/png")
        #expect(try await client.get("/docs/start.js").body.contains("url: \"/openapi.json\""))
        #expect(try await client.get("/docs/reference").status == 200)
        await deployment.stop()
    }

    @Test("a folder that lacks a file is told by its name before anything is served")
    func incomplete() async throws {
        await #expect(throws: (any Error).self) {
            _ = try await Deployment.shared.another { $0.swaggerUI = "/nowhere" }
        }
    }
}
