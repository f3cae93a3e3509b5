extension SpecComparison {
    /// Which roles lost and got a right, as words; `nil` for none.
    ///
    /// A role stands for those whom it takes in: whoever has a token is still let in by `{token: true}` when the list named
    /// `admin` before. A role that is gone is told once, not at each list.
    func rights(_ before: Contract.RoleBits, _ after: Contract.RoleBits) -> (taken: String?, given: String?) {
        let olds = names(before, old.contract)
        let news = names(after, new.contract)
        let known = Set(new.contract.roles.map(\.name))
        let taken = olds.filter { known.contains($0) && !admits($0, after, new.contract) }
        let given = news.filter { !admits($0, before, old.contract) }
        return (spelled(taken), spelled(given))
    }

    /// Whether everybody with the role is in the set.
    private func admits(_ name: String, _ bits: Contract.RoleBits, _ contract: Contract) -> Bool {
        guard let bit = contract.roles.firstIndex(where: { $0.name == name }) else {
            return !bits.intersection(contract.bits { $0.kind == .anyone }).isEmpty
        }
        if bits.contains(bit) { return true }
        let kind = contract.roles[bit].kind
        return contract.roles.enumerated().contains { index, role in
            guard bits.contains(index) else { return false }
            return role.kind == .anyone || role.kind == kind || (role.kind == .token && kind != .anyone)
        }
    }

    private func names(_ bits: Contract.RoleBits, _ contract: Contract) -> [String] {
        contract.roles.enumerated().filter { bits.contains($0.offset) }.map(\.element.name)
    }

    private func spelled(_ names: [String]) -> String? {
        names.isEmpty ? nil : names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
