/// A hook wrote what the spec does not let anybody write. The client has a 500 that tells nothing, since the mistake is not
/// the client's; the log has the fields and the rules, and no value. Nothing is stored.
struct HookFault: Error {
    struct Rule: Equatable, Sendable {
        /// The JSON name.
        let field: StaticString
        /// The code that a body's issue would have, or `validator`, or what Postgres has.
        let rule: String

        init(field: StaticString, _ rule: String) {
            self.field = field
            self.rule = rule
        }

        static func == (left: Rule, right: Rule) -> Bool {
            left.field.description == right.field.description && left.rule == right.rule
        }
    }

    /// The rule of a field that a function by hand looks at. Its own words are not ours to log.
    static let validator = "validator"

    let resource: String
    /// `before_create` or `before_update`.
    let hook: String
    let rules: [Rule]
}

extension HookFault: LoggedFault {
    var facts: [(name: String, value: String)] {
        let broken = rules.map { "\($0.field) \($0.rule)" }.joined(separator: ", ")
        return [("hook.resource", resource), ("hook.name", hook), ("hook.broken", broken)]
    }
}

/// What a hook wrote of a change, for who hears Postgres refuse it.
struct HookedFields: Sendable {
    /// `before_create` or `before_update`.
    let hook: String
    let fields: FieldMask
}

extension HookedFields {
    /// The fault when Postgres refused a value that the hook wrote; `nil` when it refused something else, or found a value
    /// taken, which is no mistake but a matter of what others have.
    func fault(_ error: PostgresError, _ facts: ResourceFacts) -> HookFault? {
        guard case .server(_, let constraint?, _, _) = error,
            let meaning = facts.constraints.first(where: { $0.constraint == constraint }), meaning.kind != .taken
        else { return nil }
        for (bit, name) in facts.fieldNames.enumerated() where fields.contains(FieldMask(field: bit)) {
            guard meaning.pointer == "/" + name.description else { continue }
            let rule = meaning.kind == .invalid ? "check" : "unknown_reference"
            return HookFault(resource: facts.name, hook: hook, rules: [HookFault.Rule(field: name, rule)])
        }
        return nil
    }
}
