/// Names that generated Swift cannot take from a spec, since it spells them itself.
enum SwiftWords {
    /// Not even backticks make members of these: `Fields.init`, `Fields.self`.
    static let impossible: Set<String> = ["init", "self"]

    /// The types and modules that the generated files name. A test compares the list with the files.
    static let spelled: Set<String> = [
        "API", "Any", "Bool", "ByteBuffer", "CaseIterable", "Change", "CommittedMigration", "Completion",
        "ConstraintMeaning",
        "ContractFacts",
        "CreateRecord", "DeleteRecord", "FieldMask", "Fields", "FormerName",
        "FormerNameMask", "FormerNames", "Foundation", "Generated", "Int", "Int32", "Int64",
        "JSONError",
        "JSONShape", "JSONWriter", "LinearPattern", "ListFacts", "ListOrder", "ListRecords", "Logic", "MigrationSet",
        "NIOCore",
        "NIOHTTP1",
        "OperationAccess", "Optional", "Parameters", "Permission", "Protocol", "ReadOwnRecord", "ReadRecord",
        "ReadSection", "RecordID", "RecordStore", "Resource", "ResourceFacts", "RoleSet", "RoleTable", "Roles",
        "Route", "Row", "Rules", "Runtime", "SectionPatch", "Self", "Sendable", "Services", "Statement", "Statements",
        "StaticString", "StoredSection", "String", "Swift", "Type", "UpdateOwnRecord", "UpdateRecord", "UpdateSection",
        "VisibilityLevel", "BodyReader", "BoolRule", "ChoiceRule", "DateRule", "DecimalRule", "DurationRule",
        "JSONPatch", "IntegerRule", "TextRule",
        "TimeRule", "TimestampRule", "UUIDRule", "StateStep", "Move", "MoveRecord", "NoInput", "NoOutput",
        "OperationInput",
        "OperationOutput", "AnswerCall", "AnswerRecordCall", "BeforeCreate", "BeforeDelete", "BeforeUpdate", "Call",
        "Committed",
        "FieldIssue", "Functions", "Hooks", "Issue", "NoFunctions", "PatchCheck", "RecordCall", "RecordHooks",
        "RecordModel", "DeclaredProblem", "Refusal",
    ]
}
