import Everything
import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Generator
@testable import Runtime

/// Parameters of queries, from their text in the URL.
@Suite("Query parameters", .timeLimit(.minutes(1)))
struct QueryVerdictTests {
    /// One parameter with one text.
    private struct Query {
        let path: String
        let name: String
        let text: String
        let isAccepted: Bool
    }

    /// With the parameters that the document has, and how the server reads them.
    private static let routes: [(path: String, read: @Sendable (Substring) throws -> Void)] = [
        ("/v1/api.d/admin/people", { _ = try ListRequest<Person>($0, Person.list, seal, roles: everybody) }),
        ("/v1/api.d/desks", { _ = try ListRequest<Desk>($0, Desk.list, seal, roles: everybody) }),
        ("/v1/api.d/people/{id}", { _ = try RecordSelection<Person>($0, roles: everybody, parts: ["preferences"]) }),
        ("/v1/api.d/desks/{id}", { _ = try RecordSelection<Desk>($0, roles: everybody, parts: []) }),
    ]

    private static let everybody = FormUnderTest.everybody
    private static let seal = CursorSeal(secret: Data(repeating: 7, count: 32))

    @Test("have one verdict from the reader and the schema", arguments: routes.map(\.path))
    func verdicts(path: String) throws {
        let read = try Self.routes.first { $0.path == path }.required.read
        let parameters = try Self.parameters(path)
        let words = parameters.flatMap(\.words)
        for seed in SeededGenerator.seeds(1, 2) {
            var maker = ValueMaker(seed: seed)
            var queries: [Query] = []
            for parameter in parameters {
                for text in Self.texts(parameter, words, &maker) {
                    let isAccepted = (try? read(Substring(parameter.name + "=" + Self.escaped(text)))) != nil
                    queries.append(Query(path: path, name: parameter.name, text: text, isAccepted: isAccepted))
                }
            }
            let faults = try DocumentUnderTest.faults(
                queries.map { query in
                    let place = try parameters.first { $0.name == query.name }.required
                    return (place.pointer, place.json(query.text))
                })
            for (query, fault) in zip(queries, faults) {
                // Only the server can tell whose seal a cursor has.
                if query.name == "cursor", !query.isAccepted { continue }
                #expect(
                    query.isAccepted == (fault == nil),
                    "ROSTER_SEED=\(seed): \(path)?\(query.name)=\(query.text): \(fault ?? "fine")")
            }
            #expect(queries.contains { $0.isAccepted } && queries.contains { !$0.isAccepted })
        }
    }

    @Test("that the document does not have are refused, and those that it has are taken", arguments: routes.map(\.path))
    func names(path: String) throws {
        let read = try Self.routes.first { $0.path == path }.required.read
        let known = try Self.parameters(path).map(\.name)
        for name in ["limit", "sort", "cursor", "fields", "include", "Limit", "limit ", "", "filter", "q", "limit[]"] {
            var refused: Problem?
            do { try read(Substring(Self.escaped(name) + "=1")) } catch { refused = error as? Problem }
            let isKnown = refused?.code != "unknown_parameter"
            #expect(isKnown == known.contains(name), "\(path)?\(name): \(refused?.code ?? "taken")")
        }
    }

    @Test("hold the longest cursor that a page gives out")
    func longestCursor() throws {
        let cursor = try Self.parameters(Self.routes[0].path).first { $0.name == "cursor" }.required
        let order = try Person.list.orders.first { $0.name == "site" }.required
        // As long as values get that an index holds.
        let longest = [UInt8](repeating: 0, count: 2 + 16 + 2704)
        let text = Self.seal.seal(longest, context: ListRequest<Person>.context(order))
        _ = try ListRequest<Person>(
            Substring("sort=site&cursor=\(text)"), Person.list, Self.seal, roles: Self.everybody)
        #expect(try DocumentUnderTest.faults([(cursor.pointer, cursor.json(text))]) == [nil])
    }
}

extension QueryVerdictTests {
    /// A parameter of a query in the OpenAPI document.
    private struct Parameter {
        let name: String
        /// A JSON pointer to its schema.
        let pointer: String
        let type: String
        /// The words of its `enum`, or of its items'.
        let words: [String]

        /// The value that a text in the URL stands for (OpenAPI 3.1, style `form` without `explode`), as JSON text.
        func json(_ text: String) -> String {
            switch type {
            case "integer": text.wholeMatch(of: #/-?(0|[1-9][0-9]*)/#) == nil ? text.json : text
            case "array":
                "[" + text.components(separatedBy: ",").map(\.json).joined(separator: ",") + "]"
            default: text.json
            }
        }
    }

    private static func parameters(_ path: String) throws -> [Parameter] {
        let document = try JSON(text: openAPIDocument.description)
        let place = "/paths/\(path.replacing("/", with: "~1"))/get/parameters/"
        let listed = try (document["paths"]?[path]?["get"]?["parameters"]?.elements).required
        return try listed.enumerated().compactMap { number, listed in
            let shared = listed["$ref"]?.string?.split(separator: "/").last.map(String.init)
            let parameter = try shared.map { try (document["components"]?["parameters"]?[$0]).required } ?? listed
            guard parameter["in"] == "query" else { return nil }
            let schema = try parameter["schema"].required
            let words = (schema["enum"] ?? schema["items"]?["enum"])?.elements.compactMap(\.string) ?? []
            return Parameter(
                name: try (parameter["name"]?.string).required,
                pointer: (shared.map { "/components/parameters/\($0)" } ?? place + "\(number)") + "/schema",
                type: try (schema["type"]?.string).required, words: words)
        }
    }

    /// Right, at the bounds, and hostile.
    private static func texts(_ parameter: Parameter, _ words: [String], _ maker: inout ValueMaker) -> [String] {
        let strange = ["", " ", "1", "0", "-1", "null", "true", "[]", "a,b", ",", "\u{0}", "é", "e\u{301}", "*", "%"]
        let random = (0..<60).map { _ in
            switch parameter.type {
            case "integer": String(Int.random(in: -5...1_100, using: &maker.random))
            case "array": (0..<maker.pick([1, 1, 2, 3])).map { _ in maker.near(words) }.joined(separator: ",")
            default: maker.near(words + ["sort"])
            }
        }
        let numbers = [
            "200", "201", "1000", "1001", "+5", "05", "5.0", "5e0", " 5", "5 ", "0x5", "٥", "5_0", "-0", "00", "1e400",
            "9223372036854775807", "9223372036854775808",
        ]
        return strange + parameter.words + parameter.words.prefix(3).map { "-" + $0 } + random
            + (parameter.type == "integer" ? numbers : [])
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
