/// `Output.swift`: from a row to JSON, a statement a field.
enum OutputFile {
    static func render(_ contract: Contract) -> String {
        // Functions by hand are given JSON as it is stored.
        let callsFunctions = contract.resources.contains { $0.servedFormerNames.contains { $0.field.function != nil } }
        var source = SwiftSource(imports: callsFunctions ? ["NIOCore", "Runtime"] : ["Runtime"])
        for resource in contract.resources {
            source.line()
            source.block("extension \(resource.typeName)") { source in
                members(resource, &source)
                formerNames(resource, &source)
                completion(resource, &source)
                sections(resource, &source)
            }
        }
        return source.text
    }

    private static func members(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let columns = RecordColumns(resource)
        let head = "package static func write(_ fields: FieldMask, of row: Row, to json: inout JSONWriter)"
        source.block(head) { source in
            for (bit, field) in resource.fields.enumerated() where field.function == nil {
                source.block("if fields.contains(Fields.\(Naming.member(field.name)))") { source in
                    source.line("json.key(\"\(field.name)\")")
                    source.line(value(field, columns.fields[bit]))
                }
            }
        }
    }

    /// The members under names that fields had before.
    private static func formerNames(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard !resource.servedFormerNames.isEmpty else { return }
        let columns = RecordColumns(resource)
        source.line()
        source.line("package static func writeFormer(")
        source.line("    _ names: FormerNameMask, of row: Row, with functions: Functions, to json: inout JSONWriter")
        source.block(")") { source in
            for (place, former) in resource.servedFormerNames.enumerated() {
                source.block("if names.contains(FormerNameMask(place: \(place)))") { source in
                    source.line("json.key(\"\(former.name.name)\")")
                    if former.field.function == nil {
                        source.line(value(former.field, columns.fields[former.bit]))
                    } else {
                        HooksFile.computedValue(former.field, resource, columns, &source)
                    }
                }
            }
        }
    }

    private static func value(_ field: Contract.Field, _ column: Int) -> String {
        switch field.type {
        case .text, .choice: "json.text(row, \(column))"
        case .time: "json.time(row, \(column))"
        case .integer, .serial: "json.integer(row, \(column))"
        case .decimal: "json.decimal(row, \(column))"
        case .bool: "json.bool(row, \(column))"
        case .date: "json.date(row, \(column))"
        case .datetime: "json.timestamp(row, \(column))"
        case .uuid: "json.uuid(row, \(column))"
        case .duration: "json.duration(row, \(column))"
        case .json, .map, .list, .entries: "json.json(row, \(column))"
        case .section: "write\(Naming.type(field.name))(row, to: &json)"
        }
    }

    // MARK: Completion

    private static func completion(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let columns = RecordColumns(resource)
        let weighted = resource.fields.enumerated().filter { $0.element.completion > 0 }
        guard !weighted.isEmpty else { return }
        let total = weighted.reduce(0) { $0 + $1.element.completion }
        source.line()
        source.block("package static func completion(of row: Row) -> Completion?") { source in
            source.line("var filled = 0")
            source.line("var missing: [StaticString] = []")
            for (bit, field) in weighted {
                let column = columns.fields[bit]
                source.line(
                    "if row.isNull(\(column)) { missing.append(\"\(field.name)\") } else { filled += \(field.completion) }"
                )
            }
            source.line("return Completion(score: filled * 100 / \(total), missing: missing)")
        }
    }

    // MARK: Sections

    private static func sections(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard !resource.sections.isEmpty else { return }
        let columns = RecordColumns(resource)
        source.line()
        let head = "package static func writeSection(_ section: FieldMask, of row: Row, to json: inout JSONWriter)"
        source.block(head) { source in
            source.line("switch section {")
            for (_, field) in resource.sections {
                let type = Naming.type(field.name)
                source.line("case Fields.\(Naming.member(field.name)): write\(type)(row, to: &json)")
            }
            source.line("default: json.null()")
            source.line("}")
        }
        for (bit, field) in resource.sections {
            guard case .section(let properties) = field.type else { continue }
            source.line()
            let head = "static func write\(Naming.type(field.name))(_ row: Row, to json: inout JSONWriter)"
            source.block(head) { source in
                source.line("let stored = StoredSection(row, \(columns.fields[bit]))")
                source.line("json.beginObject()")
                for property in properties { self.property(property, &source) }
                source.line("json.endObject()")
            }
        }
    }

    private static func property(_ property: Contract.Property, _ source: inout SwiftSource) {
        if case .map(let keys, let values) = property.type {
            let name = Naming.member(property.name) + "Values"
            source.line("let \(name)Levels: [StaticString] = \(words(values))")
            source.line("let \(name) = stored.map(\"\(property.name)\")")
            source.line("json.key(\"\(property.name)\")")
            source.line("json.beginObject()")
            for key in keys {
                let standard = SwiftLiteral.rawLine(JSONLiteral.quoted(key.standard))
                let kind = ".level(of: \(name)Levels)"
                source.line("\(name).write(\"\(key.name)\", \(kind), default: \(standard), to: &json)")
            }
            source.line("json.endObject()")
            return
        }
        let standard = SwiftLiteral.rawLine(property.standard.map(JSONLiteral.text) ?? "null")
        source.line("stored.write(\"\(property.name)\", \(kind(property.type)), default: \(standard), to: &json)")
    }

    private static func words(_ values: [String]) -> String {
        "[" + values.map(SwiftLiteral.quoted).joined(separator: ", ") + "]"
    }

    /// What a stored value must be to be shown.
    private static func kind(_ type: Contract.FieldType) -> String {
        switch type {
        case .choice(let values): ".choice(of: \(words(values)))"
        case .bool: ".bool"
        case .integer, .decimal, .serial: ".number"
        case .text, .date, .time, .datetime, .uuid, .duration: ".string"
        case .list: ".array"
        case .json, .map, .section, .entries: ".object"
        }
    }
}
