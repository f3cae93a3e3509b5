extension SpecReader {
    /// The hooks of a resource, in the order of the language.
    func hooks(_ node: YAMLNode?) -> [Spec.Hook] {
        guard let node, let map = MapReader(node, .hooks, findings) else { return [] }
        return Spec.Hook.Moment.allCases.compactMap { moment in
            guard let value = map.value(moment.rawValue), let key = map.key(moment.rawValue) else { return nil }
            return word(value, "how much a hook is needed", as: Spec.Demand.self).map { demand in
                Spec.Hook(moment: moment, demand: Located(demand.value, at: key.span))
            }
        }
    }
}
