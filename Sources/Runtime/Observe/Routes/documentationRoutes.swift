import NIOCore
import NIOHTTP1

/// `/docs`: the contract for people. With Swagger UI's files it is that, else the plain page, which is at
/// `/docs/reference` in any case.
///
/// Everything comes from this server, and the policy lets nothing else be loaded, sent to or run: no script stands in a
/// page (CSP Level 3).
package func documentationRoutes(reference: StaticString, swaggerUI: SwaggerUI?, contractHash: String) -> [Route] {
    func route(
        _ path: String, _ bytes: ByteBuffer, _ type: Response.ContentType, _ headers: [(name: String, value: String)]
    ) -> Route {
        Route(path, [(.GET, FixedDocument(bytes, contractHash: contractHash, as: type, headers: headers))])
    }
    let plain = ByteBuffer(staticString: reference)
    var routes = [
        route("/docs/reference", plain, .html, DocumentationPolicy.page(runsScripts: false)),
        route(
            "/docs/reference.css", ByteBuffer(staticString: DocumentationPage.style), .css, DocumentationPolicy.part),
    ]
    guard let swaggerUI else {
        return routes + [route("/docs", plain, .html, DocumentationPolicy.page(runsScripts: false))]
    }
    let page = ByteBuffer(staticString: DocumentationPage.swaggerUI)
    routes.append(route("/docs", page, .html, DocumentationPolicy.page(runsScripts: true)))
    routes.append(
        route("/docs/start.js", ByteBuffer(staticString: DocumentationPage.start), .script, DocumentationPolicy.part))
    return routes + swaggerUI.files.map { route("/docs/" + $0.name, $0.bytes, $0.type, DocumentationPolicy.part) }
}

/// The header fields of the pages and their parts.
enum DocumentationPolicy {
    static func page(runsScripts: Bool) -> [(name: String, value: String)] {
        // Swagger UI's style sheet has its pictures in it, as `data:`.
        let scripts = runsScripts ? "script-src 'self'; connect-src 'self'; img-src 'self' data:; " : ""
        return [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; \(scripts)base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-cache"),
        ]
    }

    /// They change with a build only; a browser asks again after an hour.
    static let part: [(name: String, value: String)] = [
        ("Cache-Control", "public, max-age=3600"), ("Vary", "Accept-Encoding"),
    ]
}
