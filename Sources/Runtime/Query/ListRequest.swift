import NIOHTTP1

/// What a client asks of a list: `limit`, `sort`, `cursor`, `fields`.
struct ListRequest<R: Resource>: Sendable {
    private(set) var limit: Int
    private(set) var order: ListOrder
    private(set) var cursor: ListCursor?
    private(set) var fields: FieldSelection?
    /// The former names that the client used.
    private(set) var formerNames: FormerNameMask = []

    /// Throws 400 for what cannot be taken, and 403 with the name for a field that the caller may not see: what one may
    /// not see, one may not sort by either.
    init(
        _ query: Substring?, _ facts: ListFacts, _ seal: CursorSeal, roles: RoleSet
    ) throws(Problem) {
        let items = try QueryItems(query)
        limit = facts.standardLimit
        order = facts.orders[0]
        var seen: Set<String> = []
        for item in items.items {
            guard seen.insert(item.name).inserted else { throw .invalidParameter(item.name, "stands twice") }
            switch item.name {
            case "limit": limit = try Self.limit(item.value, facts)
            case "sort": (order, formerNames) = try Self.order(item.value, facts)
            case "fields":
                let names = item.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                fields = try R.fields(named: names, offeredTo: roles)
            case "cursor": break  // Opened below, when the order is known that it belongs to.
            default: throw .unknownParameter(known: ["limit", "cursor", "sort", "fields"])
            }
        }
        try Self.checkRights(order, by: formerNames, roles)
        formerNames.formUnion(fields?.formerNames ?? [])
        if let text = items["cursor"] { cursor = try Self.cursor(text, order, seal) }
    }

    /// What a cursor of this list in this order is sealed for.
    static func context(_ order: ListOrder) -> String { "\(R.facts.name) \(order.name)" }

    private static func limit(_ text: String, _ facts: ListFacts) throws(Problem) -> Int {
        // One spelling for a number, as in JSON: not `+5`, nor `05`.
        guard let limit = Int(text), String(limit) == text, (1...facts.maximumLimit).contains(limit) else {
            throw .invalidParameter("limit", "must be a whole number from 1 to \(facts.maximumLimit)")
        }
        return limit
    }

    /// The order of this name, and the former name that it was asked for by.
    private static func order(
        _ text: String, _ facts: ListFacts
    ) throws(Problem) -> (ListOrder, FormerNameMask) {
        var (name, used): (String, FormerNameMask) = (text, [])
        let sign = text.hasPrefix("-") ? "-" : ""
        if let place = R.facts.place(ofFormer: text.dropFirst(sign.count)) {
            name = sign + R.facts.formerNames[place].present.description
            used.insert(FormerNameMask(place: place))
        }
        if let order = facts.orders.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return (order, used) }
        throw .invalidParameter("sort", "takes \(facts.orders.map(\.name).joined(separator: ", "))")
    }

    private static func checkRights(
        _ order: ListOrder, by used: FormerNameMask, _ roles: RoleSet
    ) throws(Problem) {
        // The timestamps of the table are fields too; a column that is no field is ours and tells nothing.
        guard let bit = R.bit(named: order.field) else { return }
        guard R.assured(to: roles).contains(FieldMask(field: bit)) else {
            let former = R.facts.formerNames.enumerated().first { place, former in
                former.field == bit && used.contains(FormerNameMask(place: place))
            }
            throw .notReadable(former?.element.name ?? R.facts.fieldNames[bit])
        }
    }

    private static func cursor(
        _ text: String, _ order: ListOrder, _ seal: CursorSeal
    ) throws(Problem) -> ListCursor {
        guard let bytes = seal.open(text, context: context(order)), let cursor = ListCursor(bytes) else {
            throw Problem(
                .badRequest, code: "invalid_cursor", title: "The cursor cannot be taken.",
                detail: "Take cursors from an answer to the same list with the same sort, and start again without one.")
        }
        return cursor
    }
}
