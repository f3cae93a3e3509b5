// Former names of fields in the document: each is a member of its own, which is deprecated.

extension Contract.FormerName {
    /// The schema of the field, as that of this name.
    func marking(_ schema: JSONTree, _ field: Contract.Field) -> JSONTree {
        let end = sunset.map { " Goes on \($0)." } ?? ""
        return schema.without(["title", "description", "deprecated"])
            .adding("description", .string("The former name of `\(field.name)`, since \(since).\(end)"))
            .adding("deprecated", true)
            .adding("x-former-name-of", .string(field.name))
            .adding("x-sunset", sunset.map(JSONTree.string))
    }
}

extension Contract.Field {
    /// What a body may say of the names of the field: one of them, or none where it is not required.
    func oneName(isRequired: Bool) -> JSONTree {
        let names = [name] + servedFormerNames.map(\.name)
        func has(_ name: String) -> JSONTree { .object([("required", .words([name]))]) }
        if isRequired { return .object([("oneOf", .array(names.map(has)))]) }
        let pairs = names.indices.flatMap { first in
            names.indices.filter { $0 > first }.map {
                JSONTree.object([("required", .words([names[first], names[$0]]))])
            }
        }
        return .object([("not", pairs.count == 1 ? pairs[0] : .object([("anyOf", .array(pairs))]))])
    }
}

extension JSONTree {
    fileprivate func without(_ names: [String]) -> JSONTree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.0) })
    }
}
