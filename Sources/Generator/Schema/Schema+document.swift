extension Schema {
    /// The schema as JSON, the same bytes for equal schemas. What is usual (a column may be null) is left out.
    var document: JSONTree {
        .object([("own", .array(own.map(\.document))), ("tables", .array(tables.map(\.document)))])
    }
}

extension Schema.OwnPart {
    fileprivate var document: JSONTree {
        .object([("name", .string(name)), ("sha256", .string(known ?? digest))])
    }
}

extension Schema.Table {
    fileprivate var document: JSONTree {
        .object([
            ("name", .string(name)), ("resource", .string(resource)), ("key", .string(key)),
            ("columns", .array(columns.map(\.document))), ("rules", .array(rules.map(\.document))),
            ("indexes", .array(indexes.map(\.document))),
        ])
    }
}

extension Schema.Column {
    fileprivate var document: JSONTree {
        JSONTree.object([("name", .string(name)), ("type", .string(type))])
            .adding("primary", isPrimary ? true : nil)
            .adding("required", isNullable ? nil : true)
            .adding("default", standard.map(JSONTree.string))
            .adding("references", (reference?.document))
            .adding("field", field.map(JSONTree.string))
            .adding("was", formerNames.isEmpty ? nil : .words(formerNames))
    }
}

extension Schema.Reference {
    fileprivate var document: JSONTree { .object([("table", .string(table)), ("column", .string(column))]) }
}

extension Schema.Rule {
    fileprivate var document: JSONTree {
        let head = JSONTree.object([("name", .string(name)), ("field", .string(field))])
        return switch kind {
        case .check(let expression): head.adding("check", .string(expression))
        case .unique(let expression): head.adding("unique", .string(expression))
        }
    }
}

extension Schema.Index {
    fileprivate var document: JSONTree { .object([("name", .string(name)), ("expressions", .words(expressions))]) }
}
