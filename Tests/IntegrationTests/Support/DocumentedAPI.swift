import Generated
import TestSupport
import Testing

/// One method of one path of the OpenAPI document, with the statuses that it says there may be.
struct DocumentedOperation: Hashable, Sendable, CustomTestStringConvertible {
    let method: String
    let pattern: String

    var testDescription: String { "\(method) \(pattern)" }
    var isOwn: Bool { pattern.contains("/me") }
    /// The section of the settings that it is about.
    var section: String? { pattern.split(separator: "/settings/").dropFirst().first.map(String.init) }
    var isSettings: Bool { pattern.contains("/settings") }
    var isAdmin: Bool { pattern.contains("/admin/") }
    /// The name of the operation that moves a record's state; `nil` for another.
    var move: String? {
        let name = String(pattern.split(separator: "/").last ?? "")
        return ["activate", "suspend", "reactivate", "deactivate"].contains(name) ? name : nil
    }
    /// Whether every server has it, whatever its spec.
    var isService: Bool { DocumentedAPI.description(self)["tags"]?.elements == ["service"] }
}

/// What `/openapi.json` promises, and whether answers keep to it.
enum DocumentedAPI {
    static let document: JSON = (try? JSON(text: openAPIDocument.description)) ?? .null

    static let operations: [DocumentedOperation] = (document["paths"]?.members ?? [:]).flatMap { pattern, methods in
        methods.members.keys.map { DocumentedOperation(method: $0.uppercased(), pattern: pattern) }
    }.sorted { ($0.pattern, $0.method) < ($1.pattern, $1.method) }

    /// Those that the spec makes.
    static let ofTheSpec = operations.filter { !$0.isService }

    /// What any HTTP/1.1 server may answer to requests that are strange; no operation lists them.
    private static let protocolStatuses: Set<Int> = [417, 501, 505]

    static func description(_ operation: DocumentedOperation) -> JSON {
        document["paths"]?[operation.pattern]?[operation.method.lowercased()] ?? .null
    }

    /// The documented answers of an operation, by status.
    static func responses(_ operation: DocumentedOperation) -> [String: JSON] {
        (description(operation)["responses"]?.members ?? [:]).mapValues(resolved)
    }

    /// What a `$ref` stands for, else the value itself.
    static func resolved(_ value: JSON) -> JSON {
        guard let path = value["$ref"]?.string else { return value }
        return resolved(path.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] ?? .null })
    }

    /// The operation that a request is about; `nil` for one that the document does not have.
    static func operation(_ method: String, _ path: String) -> DocumentedOperation? {
        let method = method == "HEAD" ? "GET" : method
        let path = segments(path.prefix { $0 != "?" })
        // Fixed segments go before variable ones: `/users/me` is not `/users/{id}`.
        return operations.filter { $0.method == method && matches(segments($0.pattern[...]), path) }
            .min { variables($0) < variables($1) }
    }

    /// Records a failure when the document does not have the answer: its status, its media type, its body.
    static func check(_ method: String, _ path: String, _ answer: Answer, at location: SourceLocation) {
        guard !protocolStatuses.contains(answer.status), let operation = operation(method, path) else { return }
        guard let response = responses(operation)[String(answer.status)] else {
            Issue.record(
                "\(operation.testDescription) does not document \(answer.status) \(answer.code ?? "")",
                sourceLocation: location)
            return
        }
        guard method != "HEAD" else { return }
        for fault in faults(of: answer, response) {
            Issue.record("\(operation.testDescription) \(answer.status): \(fault)", sourceLocation: location)
        }
    }

    private static func faults(of answer: Answer, _ response: JSON) -> [String] {
        let missing = (response["headers"]?.members ?? [:]).keys.filter {
            // Pages have links where there are further pages.
            $0 != "Link" && answer.headers[$0.lowercased()] == nil
        }.map { "has no \($0)" }
        guard let content = response["content"]?.members else {
            return missing + (answer.body.isEmpty ? [] : ["has a body that is not documented"])
        }
        let type = String((answer.headers["content-type"] ?? "none").prefix { $0 != ";" })
        guard let schema = content[type]?["schema"] else { return missing + ["has the media type \(type)"] }
        let value = type.hasPrefix("text/") ? .string(answer.body) : answer.json
        return missing + JSONSchema(document).faults(value, schema)
    }

    private static func segments(_ path: Substring) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func matches(_ pattern: [Substring], _ path: [Substring]) -> Bool {
        pattern.count == path.count && zip(pattern, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") && !$1.isEmpty }
    }

    private static func variables(_ operation: DocumentedOperation) -> Int {
        operation.pattern.count { $0 == "{" }
    }
}
