extension DiagnosticCode {
    /// 400–449: what would go wrong later.
    var exampleOfRisks: ExampleSpec? {
        switch self {
        case .askedByOwnersAlone:
            .field(
                wrong: "born: {type: date, optional: true, read: self, write: self, filter: [lt]}",
                right: "born: {type: date, optional: true, read: [self, admin], write: self, filter: [lt]}")
        case .filterWithoutIndex:
            .field(
                wrong: "motto: {type: string, length: ..2000, optional: true, read: user, write: self, filter: [sw]}",
                right: "motto: {type: string, length: ..200, optional: true, read: user, write: self, filter: [sw]}")
        case .personalKey:
            .replacing("immutable: true, read: user", with: "immutable: true, read: user, personal: identity")
        case .personalWithoutErasure:
            .field(
                wrong: "phone: {type: phone, optional: true, read: self, write: self, personal: contact}",
                right: "phone: {type: phone, optional: true, read: self, write: self, personal: contact, erase: delete}"
            )
        default: nil
        }
    }
}
