import Everything
import Foundation
import TestSupport
import Testing

/// The OpenAPI document of the spec with every word of the language, asked by a validator that is not ours.
enum DocumentUnderTest {
    /// What is wrong with each of the JSON texts by the schema at its pointer; `nil` for what keeps it.
    static func faults(_ values: [(pointer: String, text: String)]) throws -> [String?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "verdicts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let document = folder.appending(path: "openapi.json")
        try Data(openAPIDocument.description.utf8).write(to: document)
        let lines = folder.appending(path: "cases")
        try Data(
            values.map { value in
                "[\(value.pointer.json),\(value.text.json)]"
            }.joined(separator: "\n").utf8
        ).write(to: lines)
        let verdicts = try PythonTools.run("value-verdicts.py", [document.path, lines.path])
        try #require(verdicts.count == values.count)
        return try verdicts.map { try JSONDecoder().decode(String?.self, from: Data($0.utf8)) }
    }
}

extension String {
    /// As JSON text. Whatever is in a string of Swift can be written.
    var json: String { (try? String(decoding: JSONEncoder().encode(self), as: UTF8.self)) ?? "null" }
}
