/// What a person wrote for the records of one resource. What is `nil` costs nothing.
package struct RecordHooks<R: Resource>: Sendable {
    package let functions: R.Functions
    package var beforeCreate: (@Sendable (inout BeforeCreate<R>) async throws -> Void)?
    package var beforeUpdate: (@Sendable (inout BeforeUpdate<R>) async throws -> Void)?
    package var beforeDelete: (@Sendable (inout BeforeDelete<R>) async throws -> Void)?
    package var afterCommit: (@Sendable (Committed<R>) async throws -> Void)?
    /// The fields that a patch names, for hooks that change one.
    package var present: (@Sendable (R.Patch) -> FieldMask)?
    /// Looks again at what a hook changed of a patch, and brings it to the form in which it is stored.
    package var recheck: (@Sendable (inout R.Patch, _ old: R.Patch, inout PatchCheck) -> Void)?

    package init(functions: R.Functions) {
        self.functions = functions
    }
}

/// For a resource that no function by hand is needed for.
package struct NoFunctions: Sendable {
    package init() {}
}

/// A resource whose rows a person's code sees as values.
package protocol RecordModel: Resource {
    init(_ row: Row)
}
