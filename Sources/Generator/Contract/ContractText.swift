/// The text of a contract that its hash is taken over: every part of it in order, as `dump` writes it. A test compares the
/// two, so that no part is forgotten.
///
/// `dump` itself looks at each value through a mirror, which for a large contract takes longer than all else that is done
/// with it. So fields, of which there are thousands, are written here, and what is rare by mirrors.
struct ContractText {
    private(set) var text = ""
    private var indent = ""

    init(_ contract: Contract) {
        parts(of: contract, "Generator.Contract") { text, part in
            guard part == "resources" else { return false }
            text.list(part, contract.resources) { $0.resource($1) }
            return true
        }
    }

    private mutating func resource(_ resource: Contract.Resource) {
        parts(of: resource, "Generator.Contract.Resource") { text, part in
            switch part {
            case "fields": text.list(part, resource.fields) { $0.field($1) }
            case "internalFields": text.list(part, resource.internalFields) { $0.field($1) }
            default: return false
            }
            return true
        }
    }

    private mutating func field(_ field: Contract.Field) {
        line("▿", nil, "Generator.Contract.Field")
        indented { text in
            text.word("name", field.name)
            text.optional("description", field.description)
            text.word("column", field.column)
            text.type(field.type)
            text.flag("isRequired", field.isRequired)
            text.optional("standard", field.standard)
            text.optional("unique", field.unique)
            text.optional("reference", field.reference)
            text.flag("isImmutable", field.isImmutable)
            text.roles("read", field.read)
            text.optional("visibility", field.visibility)
            text.roles("write", field.write)
            text.list("filter", field.filter) { $0.line("-", nil, "Generator.Spec.FilterOperator.\($1.rawValue)") }
            text.flag("isSortable", field.isSortable)
            text.optional("search", field.search)
            text.line("-", "completion", String(field.completion))
            text.optional("personal", field.personal)
            text.optional("deprecation", field.deprecation)
            text.flag("isGenerated", field.isGenerated)
            text.flag("isAutomatic", field.isAutomatic)
            text.optional("erasure", field.erasure)
            text.list("formerNames", field.formerNames) { $0.rest(nil, $1) }
            text.optional("label", field.label)
            text.flag("isOpen", field.isOpen)
            text.optional("computed", field.computed)
            text.optional("validator", field.validator)
            text.optional("transitions", field.transitions)
        }
    }

    private mutating func type(_ type: Contract.FieldType) {
        switch type {
        case .bool: line("-", "type", "Generator.Contract.FieldType.bool")
        case .date: line("-", "type", "Generator.Contract.FieldType.date")
        case .time: line("-", "type", "Generator.Contract.FieldType.time")
        case .datetime: line("-", "type", "Generator.Contract.FieldType.datetime")
        case .uuid: line("-", "type", "Generator.Contract.FieldType.uuid")
        case .choice(let values):
            line("▿", "type", "Generator.Contract.FieldType.choice")
            indented { $0.words("choice", values) }
        case .text(let rules):
            line("▿", "type", "Generator.Contract.FieldType.text")
            indented { $0.rules(rules) }
        default: rest("type", type)
        }
    }

    private mutating func rules(_ rules: Contract.TextRules) {
        line("▿", "text", "Generator.Contract.TextRules")
        indented { text in
            text.line("-", "format", "Generator.Contract.TextRules.Format." + rules.format.rawValue)
            text.line("-", "minimum", String(rules.minimum))
            text.line("-", "maximum", String(rules.maximum))
            text.optional("pattern", rules.pattern)
            text.flag("trim", rules.trim)
            text.flag("lower", rules.lower)
            text.flag("nfc", rules.nfc)
            text.flag("isBounded", rules.isBounded)
        }
    }

    // MARK: Lines

    /// A value of which most parts are written by mirrors.
    /// - Parameter write: writes a part by its name, or says that it does not.
    private mutating func parts(of value: Any, _ type: String, _ write: (inout Self, String) -> Bool) {
        line("▿", nil, type)
        indented { text in
            for case (let name?, let part) in Mirror(reflecting: value).children where !write(&text, name) {
                text.rest(name, part)
            }
        }
    }

    private mutating func line(_ bullet: String, _ name: String?, _ value: String) {
        text += indent
        text += bullet
        text += " "
        if let name {
            text += name
            text += ": "
        }
        text += value
        text += "\n"
    }

    private mutating func indented(_ body: (inout Self) -> Void) {
        let outer = indent
        indent += "  "
        body(&self)
        indent = outer
    }

    private mutating func word(_ name: String, _ value: String) { line("-", name, value.debugDescription) }

    private mutating func flag(_ name: String, _ value: Bool) { line("-", name, value ? "true" : "false") }

    private mutating func roles(_ name: String, _ bits: Contract.RoleBits) {
        line("▿", name, "Generator.Contract.RoleBits")
        indented { $0.line("-", "rawValue", String(bits.rawValue)) }
    }

    private mutating func optional<Value>(_ name: String, _ value: Value?) {
        if let value { rest(name, Value?.some(value) as Any) } else { line("-", name, "nil") }
    }

    private mutating func optional(_ name: String, _ value: String?) {
        guard let value = value?.debugDescription else { return line("-", name, "nil") }
        line("▿", name, "Optional(" + value + ")")
        indented { $0.line("-", "some", value) }
    }

    private mutating func words(_ name: String, _ words: [String]) {
        list(name, words) { $0.line("-", nil, $1.debugDescription) }
    }

    private mutating func list<Item>(_ name: String, _ items: [Item], _ write: (inout Self, Item) -> Void) {
        guard !items.isEmpty else { return line("-", name, "0 elements") }
        line("▿", name, items.count == 1 ? "1 element" : "\(items.count) elements")
        indented { text in
            for item in items { write(&text, item) }
        }
    }

    private mutating func rest(_ name: String?, _ value: Any) {
        dump(value, to: &text, name: name, indent: indent.utf8.count)
    }
}
