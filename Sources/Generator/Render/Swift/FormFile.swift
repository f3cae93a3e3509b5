/// Typed values that belong to no record, a struct each: what an operation takes, and what it answers.
enum FormFile {
    static func model(
        _ properties: [Contract.Property], _ type: String, _ comment: String, _ source: inout SwiftSource
    ) {
        source.doc(comment)
        source.block("package struct \(type): Sendable") { source in
            for property in properties {
                if let description = property.description { source.doc(description) }
                if let note = SwiftType.note(property.type) { source.doc(note) }
                source.line("package var \(Naming.declared(property.name)): \(property.swiftType)")
            }
            for property in properties {
                guard case .choice(let words) = property.type else { continue }
                source.line()
                ModelsFile.choices(property.name, words, &source)
            }
            source.line()
            initialiser(properties, &source)
        }
    }

    private static func initialiser(_ properties: [Contract.Property], _ source: inout SwiftSource) {
        let parameters = properties.map { property in
            "\(Naming.declared(property.name)): \(property.swiftType)\(property.isNullable ? " = nil" : "")"
        }
        source.list("package init(", parameters, ") {")
        source.indented { source in
            for property in properties {
                source.line("self.\(Naming.member(property.name)) = \(Naming.declared(property.name))")
            }
        }
        source.line("}")
    }

    static func rules(_ properties: [Contract.Property], _ type: String, _ source: inout SwiftSource) {
        source.block("private enum \(type)Rules") { source in
            for property in properties {
                let (head, arguments) = RuleSpelling.parts(property.type, nullable: property.isNullable)
                source.list("static let \(Naming.declared(property.name)) = \(head)(", arguments, ")")
            }
        }
    }

    // MARK: Reading

    static func reader(_ properties: [Contract.Property], _ type: String, _ source: inout SwiftSource) {
        let names = properties.map { SwiftLiteral.quoted($0.name) }
        source.list("private static let fieldNames: [StaticString] = [", names, "]")
        source.line("package static let isOptional = \(!properties.contains(where: \.isRequired))")
        source.line()
        source.block("package static func read(_ body: inout BodyReader) throws(JSONError) -> \(type)?") { source in
            for property in properties {
                source.line("var \(variable(property)): Change<\(SwiftType.patch(property.type))> = .absent")
            }
            source.line("guard try body.beginObject() else { return nil }")
            source.block("while let name = try body.nextName()") { source in
                source.line("switch name {")
                for (place, property) in properties.enumerated() {
                    source.line("case \"\(property.name)\": \(assignment(property, place, type))")
                }
                source.line("default: try body.unknownField(known: fieldNames)")
                source.line("}")
            }
            for (place, property) in properties.enumerated() where property.isRequired {
                source.line("body.require(FieldMask(field: \(place)), \"\(property.name)\")")
            }
            construction(properties, type, &source)
        }
    }

    private static func assignment(_ property: Contract.Property, _ place: Int, _ type: String) -> String {
        let reader = RuleSpelling.reader(property.type)
        let rule = "\(type)Rules.\(Naming.member(property.name))"
        let nullable = RuleSpelling.isShape(property.type) && property.isNullable ? ", nullable: true" : ""
        return "\(variable(property)) = try body.\(reader)(FieldMask(field: \(place)), \(rule)\(nullable))"
    }

    /// The whole value, when nothing that it needs is missing.
    private static func construction(_ properties: [Contract.Property], _ type: String, _ source: inout SwiftSource) {
        let required = properties.filter(\.isRequired)
        if !required.isEmpty {
            let bindings = required.map { "let \(variable($0)) = \(read($0))" }
            source.list("guard ", bindings, " else { return nil }")
        }
        let arguments = properties.map { property in
            let standard = property.standard.flatMap { self.standard($0, property) }.map { " ?? \($0)" } ?? ""
            let value = property.isRequired ? variable(property) : read(property) + standard
            return "\(Naming.member(property.name)): \(value)"
        }
        source.list("return \(type)(", arguments, ")")
    }

    private static func read(_ property: Contract.Property) -> String {
        guard case .choice = property.type else { return variable(property) + ".value" }
        return "\(variable(property)).value.flatMap(\(Naming.choice(property.name)).init(rawValue:))"
    }

    /// A name that no key of the language and no parameter can have.
    private static func variable(_ property: Contract.Property) -> String { Naming.member(property.name) + "Value" }

    private static func standard(_ literal: Spec.Literal, _ property: Contract.Property) -> String? {
        switch (property.type, literal) {
        case (.choice, .string(let word)): ".\(Naming.choiceCase(word))"
        case (.text, .string(let text)): SwiftLiteral.quoted(text)
        case (.integer, .integer(let value)): String(value)
        case (.decimal, .integer(let value)): "\"\(value)\""
        case (.decimal, .decimal(let digits)): "\"\(digits)\""
        case (.bool, .bool(let value)): value ? "true" : "false"
        default: nil
        }
    }

    // MARK: Writing

    /// - Parameter omitsNull: whether what is missing is left out; else it is `null`.
    static func writer(_ properties: [Contract.Property], omitsNull: Bool, _ source: inout SwiftSource) {
        source.block("package func write(to json: inout JSONWriter)") { source in
            source.line("json.beginObject()")
            for property in properties { member(property, omitsNull, &source) }
            source.line("json.endObject()")
        }
    }

    private static func member(_ property: Contract.Property, _ omitsNull: Bool, _ source: inout SwiftSource) {
        let name = Naming.declared(property.name)
        let key = "json.key(\"\(property.name)\")"
        guard property.isNullable else {
            source.line(key)
            return source.line(value(property, "self." + Naming.member(property.name)))
        }
        if !omitsNull { source.line(key) }
        source.line("if let \(name) {")
        source.indented { source in
            if omitsNull { source.line(key) }
            source.line(value(property, name))
        }
        if !omitsNull {
            source.line("} else {")
            source.indented { $0.line("json.null()") }
        }
        source.line("}")
    }

    private static func value(_ property: Contract.Property, _ name: String) -> String {
        switch property.type {
        case .choice: "json.string(\(name).rawValue)"
        case .json, .map, .entries: "json.raw(\(name).text)"
        default: "json.\(writer(property.type))(\(name))"
        }
    }

    /// The method of `JSONWriter` that writes values of the type.
    static func writer(_ type: Contract.FieldType) -> String {
        switch type {
        case .text, .choice: "string"
        case .integer, .serial: "int"
        case .decimal: "decimal"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .datetime: "timestamp"
        case .uuid: "uuid"
        case .duration: "duration"
        case .json, .map, .list, .entries, .section: "raw"
        }
    }
}

extension Contract.Property {
    /// Whether the value may be missing: no default stands for it.
    var isNullable: Bool { !isRequired && standard == nil }

    var swiftType: String {
        let type = if case .choice = self.type { Naming.choice(name) } else { SwiftType.patch(self.type) }
        return type + (isNullable ? "?" : "")
    }
}
