extension DiagnosticCode {
    /// 404–429: values and rights that would leave by another way. Most of the words are not served yet, which is said of the
    /// right specs too.
    var exampleOfProtection: ExampleSpec? {
        switch self {
        case .shownSecret:
            .field(
                wrong: "pin: {type: secret, length: 4..12, optional: true, read: admin, write: self}",
                right: "pin: {type: secret, length: 4..12, optional: true, read: none, write: self}")
        case .encryptedAsked:
            .field(
                wrong: "phone: {type: phone, optional: true, read: user, write: self, encrypt: true, filter: [eq, sw]}",
                right:
                    "phone: {type: phone, optional: true, read: user, write: self, encrypt: {lookup: eq}, filter: [eq]}"
            )
        case .grantAboveSelf:
            .replacing(
                "  admin: {claim: admin}", wrong: "  admin: {claim: admin}\n  support: {claim: support, grants: admin}",
                right: "  admin: {claim: admin, grants: support}\n  support: {claim: support}")
        case .hiddenFromAudience:
            .replacing(
                "    list: {sort: [name]}",
                wrong: "      born: {type: date, optional: true, read: admin, write: admin}\n    list: {sort: [name]}\n"
                    + "    events: {changed: {on: update, fields: [name, born], to: user}}",
                right: "      born: {type: date, optional: true, read: admin, write: admin}\n    list: {sort: [name]}\n"
                    + "    events: {changed: {on: update, fields: [name], to: user}}")
        case .personalLabel:
            .replacing(
                "read: user, write: [self, admin], sort: true}",
                with: "read: user, write: [self, admin], sort: true, personal: identity, erase: anonymise}"
            ).appending(
                wrong: Self.figures(by: "name"), right: Self.figures(by: "status"))
        case .blindWrite:
            .appending(
                wrong: "imports: {people: {of: profile, fields: [status], mode: update, allow: admin}}\n",
                right:
                    "imports: {people: {of: profile, fields: [status], mode: update, versions: required, allow: admin}}\n"
            )
        case .ambiguousMatch:
            .appending(
                wrong: Self.file(match: "name"), right: Self.file(match: "user_id"))
        case .unknownEvent:
            .replacing(
                "    list: {sort: [name]}\n",
                wrong: "    list: {sort: [name]}\n" + Self.hooks(event: "profile.rename"),
                right: "    list: {sort: [name]}\n" + Self.hooks(event: "profile.renamed"))
        default: nil
        }
    }

    private static func figures(by field: String) -> String {
        "analytics: {path: /figures, allow: user, metrics: {people: {count: profile, by: \(field)}}}\n"
    }

    private static func file(match field: String) -> String {
        "imports: {people: {of: profile, fields: [status], mode: update, match: \(field), versions: latest, allow: admin}}\n"
    }

    private static func hooks(event: String) -> String {
        """
            events: {renamed: {on: update, fields: name, to: admin}}
        webhooks: {path: /webhooks, allow: admin, as: admin, events: \(event)}

        """
    }
}

extension ExampleSpec {
    /// The wrong spec with more at its end, wrong and right.
    fileprivate func appending(wrong more: String, right other: String) -> ExampleSpec {
        ExampleSpec(wrong: wrong + more, right: wrong + other)
    }
}
