extension DiagnosticCode {
    /// 360–379: how resources refer to each other and to whose records are.
    var textOfRelations: (title: String, explanation: String) {
        switch self {
        case .referenceTarget:
            (
                "a reference to what has no key",
                "`ref: RESOURCE` stores the key of a record of the other resource. A resource that is `one_per` another has no\nkey of its own, and no row until it is written: refer to the other. A key is no reference to another resource."
            )
        case .deletionRule:
            (
                "a deletion that cannot be done",
                "`on_delete: null` clears the reference when the record that it names is deleted. A field that is required, has a\ndefault or is immutable cannot be cleared: say `on_delete: restrict`, which refuses the deletion, or `cascade`."
            )
        case .cascadeCycle:
            (
                "a deletion that comes back",
                "`on_delete: cascade` deletes the records that refer to the deleted one, and those that refer to these. Where that\ncomes back to the resource at which it began, nobody could tell how much a deletion takes along."
            )
        default:
            (
                "an owner who cannot be told",
                "`when: actor.id == record.FIELD` makes a role of the one whom a field names: the field refers to the identity,\n`{type: uuid, ref: identity}`, in each resource that uses the role. It is a relation to one record, so it\ngrants nothing where there is none: in `list` and `create`."
            )
        }
    }
}
