extension DiagnosticCode {
    /// 340–359: words of the whole spec and of resources.
    var exampleOfGrammar: ExampleSpec? {
        switch self {
        case .removedAndThere:
            .replacing(
                "    list: {sort: [name]}", wrong: "    list: {sort: [name]}\n    removed: {name: {since: 2026-11-01}}",
                right: "    list: {sort: [name]}\n    removed: {nick: {since: 2026-11-01}}")
        case .customFieldClash:
            .appending(
                wrong: "custom_fields:\n  profile: {spec: {name: {type: int, optional: true, read: user}}}\n",
                right: "custom_fields:\n  profile: {spec: {level: {type: int, optional: true, read: user}}}\n")
        case .deprecation:
            .field(
                wrong: "nick: {type: string, optional: true, read: user, deprecated: {use: nam}}",
                right: "nick: {type: string, optional: true, read: user, deprecated: {use: name}}")
        case .formerNameTime:
            .field(
                wrong: """
                    nick: {type: string, optional: true, read: user, was: {name: alias, since: 2026-01-01, sunset: 2025-01-01}}
                    """,
                right: """
                    nick: {type: string, optional: true, read: user, was: {name: alias, since: 2026-01-01, sunset: 2027-01-01}}
                    """)
        default: nil
        }
    }
}
