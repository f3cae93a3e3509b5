extension Contract {
    /// The tables and columns that stand under `removed:`, whose values may be dropped: `badges`, `user_profiles.nick`.
    package var tombstones: Set<String> {
        var names = Set(removed.map(\.table))
        for resource in resources { names.formUnion(resource.removed.map { "\(resource.table).\($0.column)" }) }
        return names
    }
}
