/// How the store of a resource calls the hooks that it has.
struct HookCalls<R: Resource>: Sendable {
    let create: HandCall<R.Refusal>?
    let update: HandCall<R.Refusal>?
    let delete: HandCall<R.Refusal>?
    /// How long all validators of a body take together, on the thread that serves its connection.
    let validation: Histogram?

    init(_ hooks: RecordHooks<R>, _ work: HandWork) {
        func call(_ name: String, _ isThere: Bool, _ own: [Problem]) -> HandCall<R.Refusal>? {
            guard isThere else { return nil }
            let function = HandFunction(resource: R.facts.name, name: name)
            return HandCall(function, work, own: own + [.forbidden(), .unavailable(), .internalError])
        }
        let validators = HandFunction(resource: R.facts.name, name: "validate")
        validation = R.hasValidators ? work.metrics.seconds(of: validators) : nil
        create = call("before_create", hooks.beforeCreate != nil, [.validation([])])
        update = call("before_update", hooks.beforeUpdate != nil, [.validation([]), .notFound, .stale])
        delete = call("before_delete", hooks.beforeDelete != nil, [.deletionRefused([]), .notFound, .stale])
    }
}
