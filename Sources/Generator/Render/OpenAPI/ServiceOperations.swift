/// The routes that every server has, whatever its spec: probes, metrics, and what describes it.
enum ServiceOperations {
    static let tag = JSONTree.object([
        ("name", "service"), ("description", "Probes, metrics, and what describes the service."),
    ])

    static var paths: [(String, JSONTree)] {
        [
            path("/livez", "Whether the process serves at all", [(200, json("It does.", .schema("liveness")))]),
            path(
                "/readyz", "Whether requests should be sent here",
                [
                    (200, json("They should.", .schema("readiness"))),
                    (503, json("They should not.", .schema("readiness"))),
                ]),
            path(
                "/metrics", "All metrics in Prometheus's text format",
                [(200, answer("The metrics.", .content("text/plain", .typed("string"))))]),
            document("/api/meta", "Facts about the service", .schema("meta")),
            document("/openapi.json", "This document", .typed("object")),
            document("/docs", "This document for people", .typed("string"), media: "text/html"),
            document("/docs/reference", "The same without scripts", .typed("string"), media: "text/html"),
        ]
    }

    static var schemas: [(String, JSONTree)] {
        let words = JSONTree.list(of: .typed("string"))
        let numbers = JSONTree.typed("object").adding("additionalProperties", .typed("integer"))
        let result = JSONTree.typed("string").adding("enum", .words(["ok", "degraded", "failing"]))
        let phases = ["starting", "draining", "unavailable", "degraded", "ready"]
        return [
            (
                "liveness",
                .closed([("status", JSONTree.typed("string").adding("enum", .words(["alive"])))], required: ["status"])
            ),
            (
                "readiness",
                .closed(
                    [
                        ("status", JSONTree.typed("string").adding("enum", .words(phases))),
                        ("checks", JSONTree.typed("object").adding("additionalProperties", result)),
                    ], required: ["status", "checks"])
            ),
            (
                "meta",
                .closed(
                    [
                        ("name", .typed("string")), ("version", .typed("string")),
                        ("api_version", JSONTree.typed("string").adding("format", "date")),
                        ("contract_hash", JSONTree.typed("string").adding("pattern", "^[0-9a-f]{64}$")),
                        ("limits", numbers), ("features", words),
                    ], required: ["name", "version", "api_version", "contract_hash", "limits", "features"])
            ),
        ]
    }

    private static func path(
        _ path: String, _ summary: String, _ answers: [(Int, JSONTree)], _ parameters: [String] = []
    ) -> (String, JSONTree) {
        let problems = ProblemAnswer.everywhere.map { ($0.status, $0.reference) }
        let responses = (answers + problems).sorted { $0.0 < $1.0 }.map { (String($0.0), $0.1) }
        let operation: [(String, JSONTree)] = [
            ("operationId", .string(OperationName.of("get", path))), ("summary", .string(summary)),
            ("tags", .words(["service"])), ("security", .array([])),
            ("parameters", .array((parameters + ["X-Request-Id"]).map { .reference("parameters", $0) })),
            ("responses", .object(responses)),
        ]
        return (path, .object([("get", .object(operation))]))
    }

    /// A document that was made once, with an entity tag.
    private static func document(
        _ path: String, _ summary: String, _ schema: JSONTree, media: String = "application/json"
    ) -> (String, JSONTree) {
        let whole = answer("It.", .content(media, schema), headers: ["ETag"])
        return Self.path(
            path, summary, [(200, whole), (304, .reference("responses", "notModified"))], ["If-None-Match"])
    }

    private static func json(_ description: String, _ schema: JSONTree) -> JSONTree {
        answer(description, .content("application/json", schema))
    }

    private static func answer(_ description: String, _ content: JSONTree, headers: [String] = []) -> JSONTree {
        JSONTree.object([("description", .string(description))])
            .adding("headers", HeaderComponents.references(headers + ["Cache-Control", "Vary"]))
            .adding("content", content)
    }
}
