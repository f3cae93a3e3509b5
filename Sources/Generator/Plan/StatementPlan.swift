/// All statements of one resource. Their text is fixed when the spec is compiled: which fields a body set is a parameter,
/// so one update serves every combination of fields.
struct StatementPlan {
    let contract: Contract
    let resource: Contract.Resource
    let columns: RecordColumns
    /// The record columns of the resource's own table: a dozen statements begin with them.
    private(set) var readColumns = ""

    init(_ resource: Contract.Resource, in contract: Contract) {
        self.contract = contract
        self.resource = resource
        self.columns = RecordColumns(resource)
        readColumns = recordColumns(own: own, choices: "c")
    }

    var select: PlannedStatement {
        PlannedStatement(
            name: "\(resource.name)_select",
            sql: """
                SELECT \(readColumns)
                FROM \(sources)
                WHERE \(owner).\(resource.key) = ANY($1)
                """,
            parameterTypes: ["uuidArray"])
    }

    // MARK: Names within a statement

    /// The resource that this one belongs to record by record, whose existence decides about this one's.
    var parent: Contract.Resource? { resource.onePer.flatMap(contract.resource(named:)) }

    /// The alias of the resource's own table.
    var own: String { "r" }

    /// The alias of the table that has a row for every record.
    var owner: String { parent == nil ? own : "o" }

    /// The tables that a record is read from.
    var sources: String {
        var sources = "\(resource.table) AS \(own)"
        if let parent {
            sources = """
                \(parent.table) AS \(owner)
                LEFT JOIN \(resource.table) AS \(own) ON \(own).\(resource.key) = \(owner).\(parent.key)
                """
        }
        return sources + joinedChoices(on: own)
    }

    /// The join that brings the owner's choices to a record of `alias`; nothing for a resource without choices.
    func joinedChoices(on alias: String) -> String {
        guard let visibility = resource.visibility, let holder = contract.resource(named: visibility.resource) else {
            return ""
        }
        return "\nLEFT JOIN \(holder.table) AS c ON c.\(holder.key) = \(alias).\(resource.key)"
    }

    /// The record columns, as `RecordColumns` places them.
    func recordColumns(own: String, choices: String, key: String? = nil) -> String {
        let version = "\(own).\(resource.version)"
        var list = ["\(key ?? "\(owner).\(resource.key)")", parent == nil ? version : "COALESCE(\(version), 0)"]
        for field in resource.fields where field.name != resource.key && field.function == nil {
            if case .expression(let expression)? = field.computed {
                list.append(ComputedColumn.sql(expression, field, of: resource, alias: own + "."))
                continue
            }
            list.append("\(own).\(field.column)\(ColumnType(field.type).castToResult)")
        }
        if let visibility = resource.visibility {
            for choice in visibility.choices {
                list.append("\(choices).\(visibility.section) #>> '{\(visibility.key),\(choice.field)}'")
            }
        }
        return Self.wrapped(list)
    }

    /// A list with commas, broken into lines of about 100 columns, as a person would write it.
    static func wrapped(_ items: [String]) -> String {
        var text = ""
        // Of the last line.
        var length = 0
        for (index, item) in items.enumerated() {
            let piece = index + 1 < items.count ? item + "," : item
            let count = piece.count
            if length > 0, length + count > 100 {
                text += "\n    "
                length = count
            } else {
                if length > 0 { text += " " }
                length += length > 0 ? count + 1 : count
            }
            text += piece
        }
        return text
    }
}
