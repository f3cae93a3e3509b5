/// What a reader asks for beyond the usual view: `fields=a,b` and `include=settings`.
struct RecordSelection<R: Resource>: Sendable {
    /// Just these fields; `nil` for all that the reader may see.
    private(set) var fields: FieldSelection?
    /// The names of the records to join.
    private(set) var parts: [String] = []

    /// Throws 400 for a parameter or a name that there is not, and 403 with the name for a field that the reader's view
    /// never has.
    init(_ query: Substring?, roles: RoleSet, parts known: [String]) throws(Problem) {
        var seen: Set<String> = []
        for item in try QueryItems(query).items {
            guard seen.insert(item.name).inserted else { throw .invalidParameter(item.name, "stands twice") }
            let words = item.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            switch item.name {
            case "fields": fields = try R.fields(named: words, offeredTo: roles)
            case "include" where !known.isEmpty:
                guard words.allSatisfy(known.contains) else {
                    throw .invalidParameter("include", "takes \(known.joined(separator: ", "))")
                }
                parts = words
            default: throw .unknownParameter(known: known.isEmpty ? ["fields"] : ["fields", "include"])
            }
        }
    }
}

extension Resource {
    /// The members that `fields=` names, by present names of fields or former ones.
    static func fields(named names: [String], offeredTo roles: RoleSet) throws(Problem) -> FieldSelection {
        let offered = offered(to: roles)
        var selection = FieldSelection()
        for name in names {
            let place = facts.place(ofFormer: name)
            guard let bit = place.map({ facts.formerNames[$0].field }) ?? bit(named: name) else {
                throw .invalidParameter("fields", "names a field that does not exist")
            }
            guard offered.contains(FieldMask(field: bit)) else {
                throw .notReadable(place.map { facts.formerNames[$0].name } ?? facts.fieldNames[bit])
            }
            if let place {
                selection.formerNames.insert(FormerNameMask(place: place))
            } else {
                selection.fields.insert(FieldMask(field: bit))
            }
        }
        return selection
    }

    /// The place of the field with this JSON name. Names are compared as bytes.
    static func bit(named name: some StringProtocol) -> Int? {
        facts.fieldNames.firstIndex { known in
            known.withUTF8Buffer { $0.elementsEqual(name.utf8) }
        }
    }
}
