/// Which members an answer has, of those that its reader may see.
struct FieldSelection: Sendable {
    var fields: FieldMask = []
    var formerNames: FormerNameMask = []

    /// Everything, with these former names.
    static func all(_ formerNames: FormerNameMask) -> FieldSelection {
        FieldSelection(fields: FieldMask(rawValue: .max), formerNames: formerNames)
    }

    /// The names of those of `fields` that are asked for.
    func names(of fields: FieldMask, in facts: ResourceFacts) -> [StaticString] {
        let asked = self.fields.intersection(fields)
        guard !asked.isEmpty || !formerNames.isEmpty else { return [] }
        let present = facts.fieldNames.enumerated().filter { asked.contains(FieldMask(field: $0.offset)) }
        let former = facts.formerNames(formerNames, of: fields)
        return present.map(\.element)
            + facts.formerNames.enumerated().filter { former.contains(FormerNameMask(place: $0.offset)) }
            .map(\.element.name)
    }

    /// What tells answers with different members apart in an entity tag.
    var tagPart: String { "f" + String(fields.rawValue, radix: 36) + formerNames.tagPart }
}

extension Completion {
    /// Adds the former names of the fields that are missing.
    mutating func addFormerNames(_ names: FormerNameMask, of facts: ResourceFacts) {
        guard !names.isEmpty else { return }
        for (place, former) in facts.formerNames.enumerated() where names.contains(FormerNameMask(place: place)) {
            let isMissing = missing.contains { name in
                name.withUTF8Buffer { bytes in former.present.withUTF8Buffer { $0.elementsEqual(bytes) } }
            }
            if isMissing { missing.append(former.name) }
        }
    }
}
