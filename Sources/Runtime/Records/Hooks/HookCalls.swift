/// How the store of a resource calls the hooks that it has.
struct HookCalls<R: Resource>: Sendable {
    let create: HandCall<R.Refusal>?
    let update: HandCall<R.Refusal>?
    let delete: HandCall<R.Refusal>?

    init(_ hooks: RecordHooks<R>, _ work: HandWork) {
        func call(_ name: String, _ isThere: Bool, _ own: [Problem]) -> HandCall<R.Refusal>? {
            guard isThere else { return nil }
            let function = HandFunction(resource: R.facts.name, name: name)
            return HandCall(function, work, own: own + [.forbidden(), .unavailable(), .internalError])
        }
        create = call("before_create", hooks.beforeCreate != nil, [.validation([])])
        update = call("before_update", hooks.beforeUpdate != nil, [.validation([]), .notFound, .stale])
        delete = call("before_delete", hooks.beforeDelete != nil, [.deletionRefused([]), .notFound, .stale])
    }
}
