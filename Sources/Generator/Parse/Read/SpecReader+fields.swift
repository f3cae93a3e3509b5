extension SpecReader {
    /// A field that cannot be read is a text of usual length, so that what refers to its name is not called wrong too.
    func field(named name: Located<String>, _ node: YAMLNode) -> Spec.Field {
        let map = MapReader(node, .field, findings)
        let type = map.flatMap(type)
        var field = Spec.Field(
            name: name, type: type ?? Located(.text, at: name.span), column: name, isOptional: true,
            rules: Spec.Rules(),
            isImmutable: false, isInternal: false, read: Spec.AccessList(), write: Spec.AccessList(), filter: [])
        if type == nil { field.rules.length = Located(.standIn, at: name.span) }
        guard let map else {
            field.read = Spec.AccessList(at: name.span)
            return field
        }
        readCommon(map, into: &field, typeIsKnown: type != nil)
        readStorage(map, into: &field)
        readUse(map, into: &field)
        field.validator = map.value("validate").flatMap { text($0, "a function") }
        field.computed = computed(map)
        field.reveals = map.value("reveals").map(items)?.compactMap { text($0, "a field") } ?? []
        // Nobody gives the value.
        if field.computed != nil { field.isOptional = true }
        // It has no column that could keep a name.
        if field.computed != nil, field.keepsFormerColumn { field.column = name }
        readPlanned(map, into: &field)
        return field
    }

    private func readPlanned(_ map: MapReader, into field: inout Spec.Field) {
        field.planned = planned(map)
        if let name = map.word("type"), let word = TypeWord(rawValue: name), !word.isServed {
            field.plannedType = map.stated(.type).map { Located(word, at: $0.span) }
        }
        field.scim = map.value("scim").flatMap { silent.text($0, "") }
        if let mask = map.value("mask").flatMap({ MapReader($0, .mask, silent.findings) }),
            let form = mask.value("as").flatMap({ silent.text($0, "") })
        {
            field.mask = Spec.Mask(audience: silent.access(mask.value("for")), form: form)
        }
        guard let node = map.value("encrypt") else { return }
        guard case .mapping = node.content else {
            let isEncrypted = silent.flag(node, "`encrypt`")?.value ?? false
            field.encryption = isEncrypted ? Located(Spec.Encryption(hasLookup: false), at: node.span) : nil
            return
        }
        let lookup = MapReader(node, .encryption, silent.findings)?.value("lookup")
        field.encryption = Located(Spec.Encryption(hasLookup: lookup != nil), at: node.span)
    }

    private func readCommon(_ map: MapReader, into field: inout Spec.Field, typeIsKnown: Bool) {
        field.description = map.value("description").flatMap { text($0, "a description") }
        field.isOptional = isOptional(map)
        let defaultValue = map.value("default").flatMap { literal($0).located(at: $0.span) }
        let rules = rules(map)
        guard typeIsKnown else { return }
        field.defaultValue = defaultValue
        field.rules = rules
    }

    /// Whether a value may be missing. So it may where the word for it, or for a default, could not be read: nobody is told
    /// then that the other is missing.
    func isOptional(_ map: MapReader) -> Bool {
        let flag = map.value("optional").map { self.flag($0, "`optional`") }
        let isUnclear = map.hasUnknownKeys || map.value("default").map { literalIsUnreadable($0) } ?? false
        return isUnclear || flag.map { $0?.value ?? true } ?? false
    }

    private func readStorage(_ map: MapReader, into field: inout Spec.Field) {
        field.formerNames = map.value("was").map(items)?.compactMap(formerName) ?? []
        // Another name for clients is no reason to touch the database.
        let former = field.formerNames.last?.name ?? field.name
        field.column = map.value("column").flatMap { text($0, "a column") } ?? former
        field.unique = map.value("unique").flatMap(uniqueness)
        field.reference = map.value("ref").flatMap(reference)
        field.onDelete = map.value("on_delete").flatMap(onDelete)
        // What cannot be read is taken as said: nobody is told then that it is missing.
        field.isImmutable = map.value("immutable").map { flag($0, "`immutable`")?.value ?? true } ?? false
        field.isInternal = map.value("internal").flatMap { flag($0, "`internal`") }?.value ?? false
    }

    private func readUse(_ map: MapReader, into field: inout Spec.Field) {
        field.read = access(map.value("read"))
        field.write = access(map.value("write"))
        field.filter = map.value("filter").map(items)?.compactMap { word($0, "a filter operator") } ?? []
        field.sort = map.value("sort").map { flag($0, "`sort`") ?? Located(true, at: $0.span) }
        field.search = map.value("search").flatMap { word($0, "a search weight") }
        field.completion = map.value("completion").flatMap { integer($0, "`completion`") }
        field.personal = map.value("personal").flatMap { word($0, "a kind of personal data") }
        field.erasure = map.value("erase").flatMap(erasure)
        field.label = map.value("label").flatMap { text($0, "a label") }
        field.deprecation = map.value("deprecated").flatMap(deprecation)
        field.condition = map.value("check").flatMap { condition(of: field.name, $0) }
    }

    private func erasure(_ node: YAMLNode) -> Spec.Erasure? {
        guard case .mapping = node.content else {
            return word(node, "something to do with a value").map { Spec.Erasure(action: $0) }
        }
        guard let map = MapReader(node, .erasure, findings) else { return nil }
        let action = map.value("action").flatMap {
            word($0, "something to do with a value", as: Spec.Erasure.Action.self)
        }
        let basis = map.value("basis").flatMap { text($0, "the legal basis") }
        let until = map.value("until").flatMap { timeSpan($0, "`until`") }
        return action.map { Spec.Erasure(action: $0, basis: basis, until: until) }
    }

    private func uniqueness(_ node: YAMLNode) -> Located<Spec.Uniqueness>? {
        if case .mapping = node.content {
            let ci = MapReader(node, .unique, findings)?.value("ci").flatMap { flag($0, "`ci`") }
            return ci.map { Located($0.value ? .caseInsensitive : .exact, at: node.span) }
        }
        guard let isUnique = flag(node, "`unique`"), isUnique.value else { return nil }
        return Located(.exact, at: node.span)
    }

    private func reference(_ node: YAMLNode) -> Located<Spec.Reference>? {
        text(node, "what is referred to").map { target in
            target.map { $0 == "identity" ? .identity : .resource($0) }
        }
    }

    private func onDelete(_ node: YAMLNode) -> Located<Spec.OnDelete>? {
        // Elsewhere a plain `null` is a value that is missing; here it is one of the words.
        if case .scalar("null", isPlain: true) = node.content { return Located(.null, at: node.span) }
        return word(node, "what a deletion does")
    }
}
