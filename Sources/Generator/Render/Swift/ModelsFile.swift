/// `Models.swift`: a struct for a row of each resource, and one for what a body sets.
enum ModelsFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["NIOCore", "Runtime"])
        for resource in contract.resources {
            source.line()
            model(resource, &source)
            source.line()
            patch(resource, &source)
        }
        return source.text
    }

    private static func model(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        source.doc(resource.description ?? "One row of `\(resource.table)`.")
        source.block("package struct \(resource.typeName): Sendable") { source in
            if resource.field(named: resource.key) == nil {
                source.line("package let \(Naming.declared(resource.key)): RecordID?")
            }
            for field in resource.fields where field.function == nil { property(field, &source) }
            source.doc("Grows with every change of the record.")
            source.line("package let \(Naming.declared(resource.version)): Int64")
            for field in resource.fields { choices(field, &source) }
            source.line()
            decode(resource, &source)
        }
    }

    private static func property(_ field: Contract.Field, _ source: inout SwiftSource) {
        if let documentation = field.documentation { source.doc(documentation) }
        if let note = SwiftType.note(field.type) { source.doc(note) }
        source.line("package let \(field.member): \(SwiftType.model(field))?")
    }

    private static func choices(_ field: Contract.Field, _ source: inout SwiftSource) {
        guard case .choice(let words) = field.type else { return }
        source.line()
        choices(field.name, words, &source)
    }

    static func choices(_ name: String, _ words: [String], _ source: inout SwiftSource) {
        source.block("package enum \(Naming.choice(name)): String, CaseIterable, Sendable") { source in
            for word in words {
                let name = Naming.choiceCase(word)
                source.line(name == word ? "case \(name)" : "case \(name) = \(SwiftLiteral.quoted(word))")
            }
        }
    }

    private static func decode(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        let columns = RecordColumns(resource)
        source.doc("Reads the record columns that every statement of the resource returns.")
        source.block("package init(_ row: Row)") { source in
            if resource.field(named: resource.key) == nil {
                source.line("self.\(Naming.member(resource.key)) = row.uuid(\(columns.key))")
            }
            for (bit, field) in resource.fields.enumerated() where field.function == nil {
                source.line("self.\(Naming.member(field.name)) = \(SwiftType.decode(field, columns.fields[bit]))")
            }
            source.line("self.\(Naming.member(resource.version)) = row.int64(\(columns.version)) ?? 0")
        }
    }

    private static func patch(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        source.doc("What a body says about a `\(resource.name)`, field by field: nothing, `null`, or a value.")
        source.block("package struct \(resource.typeName)Patch: Sendable") { source in
            for field in resource.fields where field.isUpdatable || field.isCreatable {
                source.line("package var \(field.member): Change<\(SwiftType.patch(field.type))> = .absent")
            }
            source.line()
            source.line("package init() {}")
        }
    }
}
