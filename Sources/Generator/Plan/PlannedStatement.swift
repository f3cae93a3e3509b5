/// A statement as it will be prepared: name, text, and the type of each parameter as the runtime spells it.
struct PlannedStatement: Equatable {
    var name: String
    var sql: String
    var parameterTypes: [String]
}

/// Numbers parameters in the order in which they are asked for.
struct ParameterList {
    private(set) var types: [String] = []

    /// The next parameter, as SQL spells it: `$3`.
    mutating func next(_ type: String) -> String {
        types.append(type)
        return "$\(types.count)"
    }

    /// The placeholder that `next` will give.
    var upcoming: String { "$\(types.count + 1)" }
}
