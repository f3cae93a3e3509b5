/// The types of values that are more than a word of the language: choices, JSON shapes, maps, sections.
struct ValueTypes {
    let types: TypeScriptTypes

    init(_ types: TypeScriptTypes) {
        self.types = types
    }

    /// The type and those inside of it, the innermost first.
    /// - Parameter isOpen: whether there may be further choices, which editors then do not complete.
    func render(_ type: Contract.FieldType, _ path: String, isOpen: Bool, to source: inout TypeScriptSource) {
        switch type {
        case .choice(let words):
            source.line()
            if isOpen { source.doc(["Later servers may know further values."]) }
            source.union(
                "export type \(types.spelled(type, at: path)) =",
                words.map(TypeScriptLiteral.quoted) + (isOpen ? ["(string & {})"] : []))
        case .json(let properties):
            inner(properties, path, &source)
            shape(types.spelled(type, at: path), properties, path, &source)
        case .section(let properties):
            inner(properties, path, &source)
            section(types.spelled(type, at: path), properties, path, &source)
            update(types.written(type, at: path), properties, path, &source)
        case .map(let keys, let values): map(types.spelled(type, at: path), keys, values, &source)
        case .text, .integer, .decimal, .bool, .date, .time, .datetime, .uuid, .serial, .duration: break
        case .list(let item, _, _, _), .entries(_, let item, _, _):
            render(item, "\(path).item", isOpen: false, to: &source)
        }
    }

    private func inner(_ properties: [Contract.Property], _ path: String, _ source: inout TypeScriptSource) {
        for property in properties {
            render(property.type, "\(path).\(property.name)", isOpen: property.isOpen, to: &source)
        }
    }

    /// A JSON value is written as it is read.
    private func shape(
        _ name: String, _ properties: [Contract.Property], _ path: String, _ source: inout TypeScriptSource
    ) {
        source.line()
        source.block("export interface \(name)") { source in
            for property in properties {
                let type = types.spelled(property.type, at: "\(path).\(property.name)")
                source.doc(FieldNotes.of(property))
                source.line(self.property(property) + (property.isRequired ? ": \(type);" : "?: \(type) | null;"))
            }
        }
    }

    /// A section is read whole: what was never set is its default.
    private func section(
        _ name: String, _ properties: [Contract.Property], _ path: String, _ source: inout TypeScriptSource
    ) {
        source.line()
        source.block("export interface \(name)") { source in
            for property in properties {
                let type = types.spelled(property.type, at: "\(path).\(property.name)")
                let isNullable = isReadAsNull(property)
                source.doc(FieldNotes.of(property))
                source.line("\(self.property(property)): \(type)\(isNullable ? " | null" : "");")
            }
        }
    }

    /// What was never set and has no default; each key of a map has one.
    private func isReadAsNull(_ property: Contract.Property) -> Bool {
        if case .map = property.type { false } else { property.standard == nil }
    }

    private func update(
        _ name: String, _ properties: [Contract.Property], _ path: String, _ source: inout TypeScriptSource
    ) {
        source.line()
        source.doc(["What is absent stays as it is, `null` is back to the default."])
        source.block("export interface \(name)") { source in
            for property in properties {
                let type = types.written(property.type, at: "\(path).\(property.name)")
                source.line("\(self.property(property))?: \(type) | null;")
            }
        }
    }

    private func map(
        _ name: String, _ keys: [Contract.MapKey], _ values: [String], _ source: inout TypeScriptSource
    ) {
        let value = values.map(TypeScriptLiteral.quoted).joined(separator: " | ")
        source.line()
        source.block("export interface \(name)") { source in
            for key in keys {
                source.doc(["Default: `\(key.standard)`."])
                source.line("\(TypeScriptLiteral.property(key.name))?: \(value);")
            }
        }
    }

    private func property(_ property: Contract.Property) -> String { TypeScriptLiteral.property(property.name) }
}
