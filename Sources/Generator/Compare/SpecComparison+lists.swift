extension SpecComparison {
    /// A list that is gone or new is a route that is.
    mutating func compareList(_ before: Contract.Resource, _ after: Contract.Resource) {
        guard let old = before.list, let new = after.list else { return }
        let name = before.name
        // An order by a field that has another name now is served by both.
        let now = old.orders.map { after.present($0) }
        for (order, present) in zip(old.orders, now) where !new.orders.contains(present) {
            report(
                .orderRemoved, name, at: "list.\(order.name)", "`\(name)` can no longer be listed by `\(order.name)`")
        }
        for order in new.orders where !now.contains(order) {
            report(.orderAdded, name, at: "list.\(order.name)", "`\(name)` can be listed by `\(order.name)` now")
        }
        if let usual = now.first, let now = new.orders.first, usual != now {
            report(
                .usualOrderChanged, name, at: "list",
                "the usual order of `\(name)` was `\(usual.name)` and is `\(now.name)`")
        }
        if old.maximumLimit != new.maximumLimit {
            report(
                new.maximumLimit < old.maximumLimit ? .pageLimitLowered : .pageLimitRaised, name, at: "list.max",
                "a page of `\(name)` had \(old.maximumLimit) records at most and has \(new.maximumLimit)")
        }
        if old.standardLimit != new.standardLimit {
            report(
                .usualPageChanged, name, at: "list.default",
                "a page of `\(name)` had \(old.standardLimit) records and has \(new.standardLimit) when no limit is asked for"
            )
        }
    }

    /// Who sees what is each owner's choice: which choices there are, and what holds for owners who made none.
    mutating func compareVisibility(_ before: Contract.Resource, _ after: Contract.Resource) {
        for field in after.fields {
            guard let earlier = before.field(named: field.name), field.visibility != earlier.visibility else {
                continue
            }
            let subject = "\(before.name).\(field.name)"
            if field.visibility != nil, earlier.visibility == nil {
                report(.ownersChoiceAdded, subject, at: "read", "owners choose now who sees `\(subject)`")
            } else if field.visibility == nil {
                report(.ownersChoiceRemoved, subject, at: "read", "owners no longer choose who sees `\(subject)`")
            }
        }
        guard let old = before.visibility, let new = after.visibility else { return }
        compareLevels(old, new, before.name)
        for choice in new.choices {
            guard let earlier = old.choices.first(where: { $0.field == choice.field }) else { continue }
            compareDefault(
                old.levels[earlier.standard], new.levels[choice.standard], "\(before.name).visibility.\(choice.field)")
        }
    }

    private mutating func compareLevels(_ old: Contract.Visibility, _ new: Contract.Visibility, _ name: String) {
        for level in old.levels where !new.levels.contains(where: { $0.name == level.name }) {
            report(
                .levelRemoved, "\(name).visibility", at: "levels.\(level.name)",
                "owners can no longer choose `\(level.name)`")
        }
        for level in new.levels where !old.levels.contains(where: { $0.name == level.name }) {
            report(
                .levelAdded, "\(name).visibility", at: "levels.\(level.name)", "owners can choose `\(level.name)` now")
        }
    }

    private mutating func compareDefault(
        _ before: Contract.Visibility.Level, _ after: Contract.Visibility.Level, _ subject: String
    ) {
        guard before.name != after.name else { return }
        let isWider = rights(before.admits, after.admits).given != nil
        report(
            isWider ? .visibilityWidened : .visibilityNarrowed, subject,
            "owners who never chose had `\(before.name)` and have `\(after.name)`")
    }
}

extension Contract.Resource {
    /// The order by the name that its field has here, where the other is served beside it.
    fileprivate func present(_ order: Contract.List.Order) -> Contract.List.Order {
        let renamed = fields.first { $0.servedFormerNames.map(\.name).contains(order.field) }
        guard let renamed, field(named: order.field) == nil else { return order }
        return Contract.List.Order(field: renamed.name, isDescending: order.isDescending)
    }
}
