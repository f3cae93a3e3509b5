/// What the generator emits for one resource of the spec: facts, and straight-line functions over one row or one body.
///
/// Everything that loops, branches on state or waits lives in `RecordStore` and the endpoints, once for all resources.
///
/// Every statement of a resource returns its columns in one order, the *record columns*: the key, the row version, the
/// fields in the order of the contract, then what the masks need (the owner's privacy choices).
package protocol Resource: Sendable {
    /// What a body sets, field by field, each absent, null or a value.
    associatedtype Patch: Sendable
    /// The functions by hand over its values.
    associatedtype Functions: Sendable = NoFunctions
    /// What its hooks may refuse a change with.
    associatedtype Refusal: DeclaredProblem = NoRefusal

    static var facts: ResourceFacts { get }

    /// The fields that `roles` may see of this record, the owner's privacy choices included.
    static func readable(_ row: Row, by roles: RoleSet) -> FieldMask

    /// The fields that `roles` would see if every owner chose to show them. What is offered and not readable is redacted.
    static func offered(to roles: RoleSet) -> FieldMask

    /// The fields that `roles` see of every record, whatever its owner chose. Only by these may one sort: an order tells of
    /// values that are not shown.
    static func assured(to roles: RoleSet) -> FieldMask

    /// The fields that a body from `roles` may set.
    static func writable(by roles: RoleSet) -> FieldMask

    /// Writes the members of `fields`, without the braces.
    static func write(_ fields: FieldMask, of row: Row, to json: inout JSONWriter)

    /// Writes the members of `fields` that functions by hand make.
    static func writeComputed(
        _ fields: FieldMask, of row: Row, with functions: Functions, to json: inout JSONWriter)
    /// Writes the members that `names` name, each with the value of its field.
    static func writeFormer(
        _ names: FormerNameMask, of row: Row, with functions: Functions, to json: inout JSONWriter)
    /// Whether functions by hand look at values.
    static var hasValidators: Bool { get }
    /// What functions by hand have against the values of a patch that keeps all rules of the spec.
    static func issues(in patch: Patch, with functions: Functions) -> [Issue]
    /// The fields that the body which makes a record may set; empty for a resource whose records nobody makes.
    static var creatable: FieldMask { get }

    /// Reads a whole body and collects all that is wrong with it.
    static func read(_ body: inout BodyReader) throws(JSONError) -> Patch

    /// Appends the values of `patch` as the parameters of the update statement that follow the common ones.
    static func bind(_ patch: Patch, to parameters: inout Parameters)

    /// The same for the insert statement.
    static func bindNew(_ patch: Patch, to parameters: inout Parameters)

    /// The key that a body which makes a record names; `nil` when it names none.
    static func key(of patch: Patch) -> RecordID?

    /// The values that `patch` sets of enums whose values follow one another.
    static func steps(of patch: Patch) -> [StateStep]

    /// How complete the record is, by the weights of the spec; `nil` for a resource that has none.
    static func completion(of row: Row) -> Completion?

    /// Writes the value of one section, an object, for a resource that has sections.
    static func writeSection(_ section: FieldMask, of row: Row, to json: inout JSONWriter)

    /// Reads a body that is the value of one section.
    static func readSection(_ section: FieldMask, _ body: inout BodyReader) throws(JSONError) -> Patch
}

extension Resource {
    package static func writeComputed(
        _ fields: FieldMask, of row: Row, with functions: Functions, to json: inout JSONWriter
    ) {}
    package static func writeFormer(
        _ names: FormerNameMask, of row: Row, with functions: Functions, to json: inout JSONWriter
    ) {}
    package static var hasValidators: Bool { false }
    package static func issues(in patch: Patch, with functions: Functions) -> [Issue] { [] }
    package static var creatable: FieldMask { [] }
    package static func bindNew(_ patch: Patch, to parameters: inout Parameters) {}
    package static func key(of patch: Patch) -> RecordID? { nil }
    package static func steps(of patch: Patch) -> [StateStep] { [] }
    package static func completion(of row: Row) -> Completion? { nil }
    package static func writeSection(_ section: FieldMask, of row: Row, to json: inout JSONWriter) {}

    /// Without sections nothing routes here; a whole body is the nearest meaning.
    package static func readSection(_ section: FieldMask, _ body: inout BodyReader) throws(JSONError) -> Patch {
        try read(&body)
    }
}

/// How much of a profile is filled in.
package struct Completion: Sendable {
    /// 0…100, the share of the weights whose fields are filled in, rounded down.
    package var score: Int
    /// The names of the fields that are not, in the order of the spec.
    package var missing: [StaticString]

    package init(score: Int, missing: [StaticString]) {
        self.score = score
        self.missing = missing
    }
}
