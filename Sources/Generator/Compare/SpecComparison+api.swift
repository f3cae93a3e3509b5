extension SpecComparison {
    /// Comes last: whether the version had to be raised depends on all else.
    mutating func compareAPI() {
        let (before, after) = (old.contract, new.contract)
        if before.base != after.base {
            report(.baseChanged, "api", at: "base", "the base of all paths was `\(before.base)` and is `\(after.base)`")
        }
        if before.identity.claim != after.identity.claim {
            report(
                .subjectChanged, "identity",
                "whose a token is stood in its `\(before.identity.claim)` and stands in `\(after.identity.claim)`")
        }
        // Dates, which are ordered as their texts are.
        if after.version > before.version {
            report(
                .versionRaised, "api", at: "version", "the version was \(before.version) and is \(after.version)")
        } else if breaks {
            report(
                .versionNotRaised, "api", at: "version",
                "the contract breaks and its version is not later than \(before.version)")
        }
        if after.version < before.version {
            report(
                .versionLowered, "api", at: "version",
                "the version went back from \(before.version) to \(after.version)")
        }
    }

    mutating func compareRoles() {
        for role in old.contract.roles {
            let subject = "roles.\(role.name)"
            guard let other = new.contract.roles.first(where: { $0.name == role.name }) else {
                report(.roleRemoved, subject, "the role `\(role.name)` is gone")
                continue
            }
            if role.kind != other.kind {
                report(
                    .roleChanged, subject, "the role `\(role.name)` was \(words(role.kind)) and is \(words(other.kind))"
                )
            }
        }
        for role in new.contract.roles where !old.contract.roles.contains(where: { $0.name == role.name }) {
            report(.roleAdded, "roles.\(role.name)", "the role `\(role.name)` is new: \(words(role.kind))")
        }
    }

    private func words(_ kind: Contract.Role.Kind) -> String {
        switch kind {
        case .anyone: "anybody"
        case .token: "anybody with a token"
        case .owner(let field): "whom `\(field)` of the record names"
        case .claim(let word): "who has `\(word)` in the token"
        }
    }
}
