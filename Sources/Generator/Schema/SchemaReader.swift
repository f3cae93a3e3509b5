/// Reads a schema's document back. What a newer version of this tool has written and this one doesn't know is refused,
/// since a plan made without it would be wrong.
enum SchemaReader {
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    static func schema(_ tree: JSONTree) throws(Fault) -> Schema {
        var map = try DocumentMap(tree, "the schema")
        var schema = Schema()
        for item in try map.array("own") { schema.own.append(try own(item)) }
        for item in try map.array("tables") { schema.tables.append(try table(item)) }
        try map.end()
        return schema
    }

    private static func own(_ tree: JSONTree) throws(Fault) -> Schema.OwnPart {
        var map = try DocumentMap(tree, "a part of the runtime's own")
        let part = Schema.OwnPart(name: try map.string("name"), digest: try map.string("sha256"))
        try map.end()
        return part
    }

    private static func table(_ tree: JSONTree) throws(Fault) -> Schema.Table {
        var map = try DocumentMap(tree, "a table")
        var table = Schema.Table(
            name: try map.string("name"), resource: try map.string("resource"), key: try map.string("key"))
        for item in try map.array("columns") { table.columns.append(try column(item)) }
        for item in try map.array("rules") { table.rules.append(try rule(item)) }
        for item in try map.array("indexes") { table.indexes.append(try index(item)) }
        try map.end()
        return table
    }

    private static func column(_ tree: JSONTree) throws(Fault) -> Schema.Column {
        var map = try DocumentMap(tree, "a column")
        var column = Schema.Column(name: try map.string("name"), type: try map.string("type"))
        column.isPrimary = try map.flag("primary")
        column.isNullable = try !map.flag("required")
        column.standard = try map.optionalString("default")
        if let tree = map.optional("references") { column.reference = try reference(tree) }
        column.field = try map.optionalString("field")
        column.formerNames = try map.words("was")
        try map.end()
        return column
    }

    private static func reference(_ tree: JSONTree) throws(Fault) -> Schema.Reference {
        var map = try DocumentMap(tree, "a reference")
        let reference = Schema.Reference(table: try map.string("table"), column: try map.string("column"))
        try map.end()
        return reference
    }

    private static func rule(_ tree: JSONTree) throws(Fault) -> Schema.Rule {
        var map = try DocumentMap(tree, "a rule")
        let (name, field) = (try map.string("name"), try map.string("field"))
        let kind: Schema.Rule.Kind
        if let expression = try map.optionalString("check") {
            kind = .check(expression)
        } else {
            kind = .unique(try map.string("unique"))
        }
        try map.end()
        return Schema.Rule(name: name, field: field, kind: kind)
    }

    private static func index(_ tree: JSONTree) throws(Fault) -> Schema.Index {
        var map = try DocumentMap(tree, "an index")
        let index = Schema.Index(name: try map.string("name"), expressions: try map.words("expressions"))
        try map.end()
        return index
    }
}
