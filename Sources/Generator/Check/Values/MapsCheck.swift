/// The words of a map are those of a resource's visibility.
struct MapsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues {
            guard case .map(let map) = value.type.value else { continue }
            if let standard = value.defaultValue {
                findings.error(
                    .keyDoesNotApply, at: standard.mark, "each key of a map has its own default",
                    help: "remove `default`: it is the level under `visibility.defaults`")
            }
            if case .visibilityLevels(let place) = map.keys {
                findings.error(
                    .visibilityMismatch, at: place.mark, "the keys of a map are fields",
                    help: "write `keys: \(Words.shown(place.value)).visibility`")
            }
            if case .visibilityFields(let place) = map.values {
                findings.error(
                    .visibilityMismatch, at: place.mark, "the values of a map are levels",
                    help: "write `of: \(Words.shown(place.value)).visibility.levels`")
            }
            for domain in [map.keys, map.values] { self.domain(domain, spec, findings) }
        }
    }

    private func domain(_ domain: Spec.Map.Domain, _ spec: Spec, _ findings: Findings) {
        let name =
            switch domain {
            case .visibilityFields(let name), .visibilityLevels(let name): name
            }
        guard let resource = spec.resources.first(where: { $0.name.value == name.value }) else {
            return findings.error(
                .unknownResource, at: name.mark, "there is no resource `\(Words.shown(name.value))`",
                help: Words.help(for: name.value, among: spec.resources.map(\.name.value), "the resources are"))
        }
        guard resource.visibility == nil else { return }
        findings.error(
            .visibilityMismatch, at: name.mark, "the resource `\(Words.shown(name.value))` has no `visibility`",
            help: "add it there, or remove the map", notes: [Related("the resource is here", at: resource.name.mark)])
    }
}
