extension SpecReader {
    /// The hooks of a resource, in the order of the language, and what they may refuse a change with.
    func hooks(_ node: YAMLNode?) -> (hooks: [Spec.Hook], problems: [Spec.Problem]) {
        guard let node, let map = MapReader(node, .hooks, findings) else { return ([], []) }
        let hooks = Spec.Hook.Moment.allCases.compactMap { moment -> Spec.Hook? in
            guard let value = map.value(moment.rawValue), let key = map.key(moment.rawValue) else { return nil }
            return word(value, "how much a hook is needed", as: Spec.Demand.self).map { demand in
                Spec.Hook(moment: moment, demand: Located(demand.value, at: key.span))
            }
        }
        return (hooks, problems(map.value("problems")))
    }

    func problems(_ node: YAMLNode?) -> [Spec.Problem] {
        (node.flatMap { entries($0, "`problems`") } ?? []).compactMap { entry in
            guard let map = MapReader(entry.value, .problem, findings) else { return nil }
            let status = map.value("status").flatMap { integer($0, "a status") }
            let title = map.value("title").flatMap { text($0, "a title") }
            guard let status, let title else { return nil }
            return Spec.Problem(code: entry.key, status: status, title: title)
        }
    }
}
