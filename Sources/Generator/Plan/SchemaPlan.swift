/// What a table needs beyond its columns: constraints and indexes, by names that are the same everywhere.
struct SchemaPlan {
    struct Constraint: Equatable {
        /// What a violation means to a client; the words are those of the runtime's `ConstraintMeaning.Kind`.
        enum Meaning: String {
            case taken, invalid, unknownReference
        }

        /// How the constraint comes into the table.
        enum Kind: Equatable {
            case check(String)
            case uniqueIndex(String)
            case foreignKey
            /// The primary key.
            case key
        }

        let name: String
        /// At which a violation is told.
        let field: String
        /// The other fields that it is over, in the order in which the rule names them.
        var others: [String] = []
        let meaning: Meaning
        let kind: Kind
        /// What people are told; `nil` for the runtime's own words.
        var message: String?
    }

    let resource: Contract.Resource
    /// The table's name without its schema, which begins the names of what belongs to it.
    let table: String

    init(_ resource: Contract.Resource) {
        self.resource = resource
        self.table = String(resource.table.split(separator: ".").last ?? "")
    }

    /// Whether the key is the primary key; else it is unique beside a serial one.
    var keyIsPrimary: Bool { !resource.internalFields.contains { $0.type == .serial } }

    /// The index that serves a list's order by a field, in both directions.
    func listIndex(on field: String) -> String {
        "\(table)_\(resource.field(named: field)?.column ?? field)_list"
    }

    /// The indexes that find the records which refer to one: a foreign key has none of its own, and a unique column has.
    var referenceIndexes: [(name: String, field: Contract.Field)] {
        resource.fields.filter { $0.reference != nil && $0.unique == nil && $0.name != resource.key }
            .map { ("\(table)_\($0.column)_ref", $0) }
    }

    var constraints: [Constraint] {
        var constraints: [Constraint] = []
        if keyIsPrimary {
            constraints.append(
                Constraint(name: "\(table)_pkey", field: resource.key, meaning: .taken, kind: .key))
        }
        for field in resource.fields where field.isStored { constraints += self.constraints(of: field) }
        return constraints + resource.checks.map(rule)
    }

    private func rule(_ check: Contract.Check) -> Constraint {
        Constraint(
            name: "\(table)_\(check.name)_rule", field: check.field,
            others: check.expression.references.map(\.name).filter { $0 != check.field }, meaning: .invalid,
            kind: .check(ExpressionSQL(columnsOf: resource).text(check.expression)), message: check.message)
    }

    private func constraints(of field: Contract.Field) -> [Constraint] {
        var constraints: [Constraint] = []
        if field.reference != nil {
            constraints.append(
                Constraint(
                    name: "\(table)_\(field.column)_fkey", field: field.name, meaning: .unknownReference,
                    kind: .foreignKey))
        }
        // A primary key has its index already.
        let isKey = field.name == resource.key
        if isKey ? !keyIsPrimary : field.unique != nil {
            let expression = field.unique == .caseInsensitive ? "lower(\(field.column))" : field.column
            constraints.append(
                Constraint(
                    name: "\(table)_\(field.column)_key", field: field.name, meaning: .taken,
                    kind: .uniqueIndex(expression)))
        }
        if let check = CheckExpression.of(field) {
            constraints.append(
                Constraint(
                    name: "\(table)_\(field.column)_check", field: field.name, meaning: .invalid, kind: .check(check)))
        }
        return constraints
    }
}

/// A field's rule as the expression of a CHECK, for the part of it that SQL can say. NULL passes, as CHECKs do.
enum CheckExpression {
    static func of(_ field: Contract.Field) -> String? {
        let column = field.column
        switch field.type {
        case .choice(let words):
            return "\(column) IN (\(words.map(SQLLiteral.quoted).joined(separator: ", ")))"
        case .text(let rules):
            // A VARCHAR(n) bounds itself.
            let isVarchar = rules.format == .line && rules.isBounded
            let upper = isVarchar ? nil : "char_length(\(column)) <= \(rules.maximum)"
            let lower = rules.minimum > 0 ? "char_length(\(column)) >= \(rules.minimum)" : nil
            return joined([lower, upper])
        case .integer(let minimum, let maximum):
            return joined([minimum.map { "\(column) >= \($0)" }, maximum.map { "\(column) <= \($0)" }])
        case .decimal(_, _, let minimum, let maximum):
            return joined([minimum.map { "\(column) >= \($0)" }, maximum.map { "\(column) <= \($0)" }])
        case .section(let properties): return shapes(column, properties)
        case .duration(let minimum, let maximum):
            return joined([
                minimum.map { "\(column) >= \(length($0))" },
                "\(column) <= \(length(maximum ?? DurationText.most))",
            ])
        case .list, .entries, .json, .map:
            return "roster.json_fits(\(column), \(SQLLiteral.quoted(StoredShape.text(field.type))))"
        default: return nil
        }
    }

    private static func length(_ microseconds: Int) -> String {
        microseconds.isMultiple(of: 1_000_000)
            ? "INTERVAL '\(microseconds / 1_000_000) seconds'" : "INTERVAL '\(microseconds) microseconds'"
    }

    /// A merge by key may leave a JSON value without a part that its shape requires; the row is refused then.
    private static func shapes(_ column: String, _ properties: [Contract.Property]) -> String? {
        joined(
            properties.map { property in
                let value = "\(column) -> \(SQLLiteral.quoted(property.name))"
                // What was there before us and is of another kind counts as not set, and must not stand in the way of
                // changes.
                let (kind, shape): (String, String?) =
                    switch property.type {
                    case .json(let members): ("object", StoredShape.required(members))
                    case .entries: ("object", StoredShape.text(property.type))
                    case .list: ("array", StoredShape.text(property.type))
                    default: ("", nil)
                    }
                guard let shape else { return nil }
                return "jsonb_typeof(\(value)) IS DISTINCT FROM '\(kind)' "
                    + "OR roster.json_fits(\(value), \(SQLLiteral.quoted(shape)))"
            })
    }

    private static func joined(_ parts: [String?]) -> String? {
        let parts = parts.compactMap { $0 }
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : parts.map { "(\($0))" }.joined(separator: " AND ")
    }
}
