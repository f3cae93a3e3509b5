/// The names of all types that a contract makes, given out before the first is written.
struct TypeScriptTypes {
    /// The types of one resource.
    struct Resource {
        /// The record as it is read.
        let record: String
        /// The caller's own record with what belongs to it.
        let own: String
        /// The body of a PUT.
        let update: String
        /// The body of a PATCH.
        let patch: String
        /// The body that makes a record.
        let creation: String
        /// The names of the fields.
        let field: String
        /// The orders of the list.
        let sort: String
        /// The names of the sections.
        let section: String
        /// The class with its operations.
        let api: String
    }

    let resources: [Resource]
    /// The types of values inside of records, by their paths: `profile.status`.
    private let nested: [String: String]

    init(_ contract: Contract) {
        var names = TypeScriptNames()
        let records = contract.resources.map { names.claim($0.typeName, orWith: "Record") }
        resources = records.map { record in
            func name(_ prefix: String, _ suffix: String) -> String {
                names.claim(prefix + record + suffix, orWith: "Type")
            }
            return Resource(
                record: record, own: name("Own", ""), update: name("", "Update"), patch: name("", "Patch"),
                creation: name("", "Creation"), field: name("", "Field"), sort: name("", "Sort"),
                section: name("", "Section"), api: name("", "Api"))
        }
        var nested: [String: String] = [:]
        for (resource, record) in zip(contract.resources, records) {
            for field in resource.fields {
                Self.claim(
                    field.type, "\(resource.name).\(field.name)", record + Naming.type(field.name), &names, &nested)
            }
        }
        self.nested = nested
    }

    private static func claim(
        _ type: Contract.FieldType, _ path: String, _ wanted: String, _ names: inout TypeScriptNames,
        _ nested: inout [String: String]
    ) {
        switch type {
        case .choice, .map: nested[path] = names.claim(wanted, orWith: "Value")
        case .json(let properties), .section(let properties):
            nested[path] = names.claim(wanted, orWith: "Value")
            for property in properties {
                claim(property.type, "\(path).\(property.name)", wanted + Naming.type(property.name), &names, &nested)
            }
        case .text, .integer, .decimal, .bool, .date, .time, .datetime, .uuid, .serial, .duration: break
        case .list(let item, _, _, _), .entries(_, let item, _, _):
            claim(item, "\(path).item", wanted + "Item", &names, &nested)
        }
    }

    /// A type as it is read.
    /// - Parameter path: where it stands: `profile.status`.
    func spelled(_ type: Contract.FieldType, at path: String) -> String {
        switch type {
        case .text, .duration: "string"
        case .list(let item, _, _, _): "readonly (\(spelled(item, at: "\(path).item")))[]"
        case .entries(_, let item, _, _): "Readonly<Record<string, \(spelled(item, at: "\(path).item"))>>"
        case .integer, .decimal, .serial: "number"
        case .bool: "boolean"
        case .date: "CalendarDate"
        case .time: "TimeOfDay"
        case .datetime: "Timestamp"
        case .uuid: "Uuid"
        case .choice, .map, .json, .section: nested[path] ?? "unknown"
        }
    }

    /// A type as it is written: sections and maps are changed key by key, whatever the method.
    func written(_ type: Contract.FieldType, at path: String) -> String {
        switch type {
        case .map: "Changes<\(spelled(type, at: path))>"
        case .section: spelled(type, at: path) + "Update"
        default: spelled(type, at: path)
        }
    }
}
