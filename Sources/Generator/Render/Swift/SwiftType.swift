/// How the types of the contract are spelled in Swift.
enum SwiftType {
    /// The type of a model's property, which is optional around it: a column of an adopted table may be NULL.
    static func model(_ field: Contract.Field) -> String {
        if case .choice = field.type { return Naming.choice(field.name) }
        return switch field.type {
        case .json, .map, .section, .list, .entries: "ByteBuffer"
        default: patch(field.type)
        }
    }

    static func patch(_ type: Contract.FieldType) -> String {
        switch type {
        case .text, .choice, .decimal: "String"
        case .integer, .time, .datetime, .duration: "Int64"
        case .date: "Int32"
        case .bool: "Bool"
        case .uuid: "RecordID"
        case .list: "ByteBuffer"
        case .json, .map, .entries: "JSONPatch"
        case .section: "SectionPatch"
        case .serial: "Int32"
        }
    }

    /// What a number stands for, where its type does not say.
    static func note(_ type: Contract.FieldType) -> String? {
        switch type {
        case .datetime: "Microseconds since 2000-01-01T00:00:00Z."
        case .date: "Days since 2000-01-01."
        case .time: "Microseconds since midnight."
        case .duration: "Microseconds."
        case .json, .map, .section, .list, .entries: "JSON text."
        default: nil
        }
    }

    static func decode(_ field: Contract.Field, _ column: Int) -> String {
        switch field.type {
        case .text, .decimal: "row.string(\(column))"
        case .choice: "row.string(\(column)).flatMap(\(Naming.choice(field.name)).init(rawValue:))"
        case .integer, .serial: "row.int64(\(column))"
        case .datetime: "row.timestamp(\(column))"
        case .time: "row.time(\(column))"
        case .date: "row.date(\(column))"
        case .bool: "row.bool(\(column))"
        case .uuid: "row.uuid(\(column))"
        case .duration: "row.duration(\(column))"
        case .json, .map, .section, .list, .entries: "row.jsonb(\(column)) { ByteBuffer(bytes: $0) }"
        }
    }
}
