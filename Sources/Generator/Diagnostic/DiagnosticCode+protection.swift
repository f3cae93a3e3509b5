extension DiagnosticCode {
    /// 404–429: values and rights that would leave by another way.
    var textOfProtection: (title: String, explanation: String) {
        switch self {
        case .shownSecret:
            (
                "a secret that is shown",
                "A `secret` is written and never read: `read: none`. So nobody may filter by it or sort by it either: whoever may ask\nabout a value learns it one question at a time."
            )
        case .encryptedAsked:
            (
                "a question about an encrypted value",
                "The database stores an encrypted value as bytes that tell nothing. With `encrypt: {lookup: eq}` it can find the\nrecords with one value (`eq`, `ne`, `in`); ranges, parts of a text, an order, a search and `unique` compare values\nand are refused. `pr` is always possible."
            )
        case .grantAboveSelf:
            (
                "a role that can grant more than it has",
                "Whoever gives others a role could give it to themselves. So a role may grant only roles that may do nothing but\nwhat it may do itself, and only roles that are known by a `claim`."
            )
        case .hiddenFromAudience:
            (
                "a field that its audience may not see",
                "Events, files and figures are a second way to a field. Each of their audience must be among the readers of every\nfield that they show; what owners let see by their own choice is not enough, since it differs by record. An import\nsets only fields that whoever may import may write."
            )
        case .personalLabel:
            (
                "a figure grouped by personal data",
                "The values of the field would be labels of the figure, in dashboards and systems where they cannot be erased."
            )
        case .blindWrite:
            (
                "a write without a version",
                "Every record counts its versions, and a change names the one that it has seen, so that nobody's change is lost. A\nfile is older than what it changes: an import that updates records says `versions: required`, so that each line\nnames a version, or `versions: latest` where the file is to win."
            )
        case .ambiguousMatch:
            (
                "an import that may mean several records",
                "With `match` an import finds the record that a line of the file is about. Only a value that no two records share tells\nwhich one it is: the key, or a field with `unique`."
            )
        default:
            (
                "an unknown event",
                "Events are named as `RESOURCE.EVENT`, and stand under the `events:` of their resource."
            )
        }
    }
}
