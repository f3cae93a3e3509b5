import Foundation
import TestSupport

/// As much of JSON Schema 2020-12 as the OpenAPI document uses. A keyword that is not known here is a fault, so that none
/// is passed over in silence.
struct JSONSchema {
    private let document: JSON

    init(_ document: JSON) {
        self.document = document
    }

    /// Where and how a value breaks a schema.
    func faults(_ value: JSON, _ schema: JSON, at place: String = "") -> [String] {
        schema.members.flatMap { keyword, rule in faults(value, keyword, rule, schema, place) }
    }

    private func faults(
        _ value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ place: String
    ) -> [String] {
        switch keyword {
        case "$ref": return faults(value, referenced(rule), at: place)
        case "type": return told(Self.types(rule).contains { Self.is(value, $0) }, "is no \(rule)", place)
        case "enum": return told(rule.elements.contains(value), "is not among the choices", place)
        case "const": return told(value == rule, "is not \(rule)", place)
        case "allOf": return rule.elements.flatMap { faults(value, $0, at: place) }
        case "anyOf":
            return told(
                rule.elements.contains { faults(value, $0, at: place).isEmpty }, "is of none of the kinds", place)
        case "required":
            guard case .object(let members) = value else { return [] }
            return rule.elements.compactMap(\.string).filter { members[$0] == nil }.map { "\(place)/\($0) is missing" }
        case "properties":
            return rule.members.flatMap { name, rule in
                value[name].map { faults($0, rule, at: "\(place)/\(name)") } ?? []
            }
        case "additionalProperties":
            if rule != false { return value.members.flatMap { faults($1, rule, at: "\(place)/\($0)") } }
            let known = schema["properties"]?.members ?? [:]
            return value.members.keys.filter { known[$0] == nil }.map { "\(place)/\($0) is not documented" }
        case "items":
            return value.elements.enumerated().flatMap { faults($1, rule, at: "\(place)/\($0)") }
        default: return faults(value.string, value.number, keyword, rule, place)
        }
    }

    private func faults(
        _ text: String?, _ number: Double?, _ keyword: String, _ rule: JSON, _ place: String
    ) -> [String] {
        let bound = rule.number ?? 0
        let length = Double(text?.unicodeScalars.count ?? 0)
        switch keyword {
        case "minLength": return told(text == nil || length >= bound, "is too short", place)
        case "maxLength": return told(text == nil || length <= bound, "is too long", place)
        case "minimum": return told((number ?? bound) >= bound, "is too small", place)
        case "maximum": return told((number ?? bound) <= bound, "is too large", place)
        case "pattern":
            guard let text, let pattern = try? Regex(rule.string ?? "(") else { return [] }
            return told(text.firstMatch(of: pattern) != nil, "does not match \(rule)", place)
        case "format":
            return told(text.map { Self.has($0, format: rule.string ?? "") } ?? true, "is no \(rule)", place)
        case "description", "default", "title", "examples", "readOnly", "deprecated": return []
        case "x-roles-read", "x-erase": return []
        default: return ["the schema has the keyword \(keyword), which the test does not know"]
        }
    }

    private func told(_ holds: Bool, _ fault: String, _ place: String) -> [String] {
        holds ? [] : ["\(place) \(fault)"]
    }

    private func referenced(_ pointer: JSON) -> JSON {
        (pointer.string ?? "").split(separator: "/").dropFirst().reduce(document) { $0[String($1)] ?? .null }
    }

    private static func types(_ rule: JSON) -> [String] {
        rule.string.map { [$0] } ?? rule.elements.compactMap(\.string)
    }

    private static func `is`(_ value: JSON, _ type: String) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number == number.rounded()
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    private static func has(_ text: String, format: String) -> Bool {
        switch format {
        case "uuid": UUID(uuidString: text) != nil && text == text.lowercased()
        case "date-time": text.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z/#) != nil
        case "date": text.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
        case "uri": URL(string: text)?.host() != nil
        case "email": text.wholeMatch(of: #/[^@]+@[^@]+/#) != nil
        default: false
        }
    }
}
