extension DiagnosticCode {
    /// 340–359: words of the whole spec and of resources that say more than what a field is.
    var textOfGrammar: (title: String, explanation: String) {
        switch self {
        case .removedAndThere:
            (
                "removed, and there",
                "Under `removed:` stand names that are served no more, and where their values are stored: that may be dropped.\nSo neither the name nor the column or table may be that of something that is there."
            )
        case .customFieldClash:
            (
                "a custom field whose name is taken",
                "The fields under `custom_fields.RESOURCE.spec` are fields of the resource. A name that its own fields, sections,\ntimestamps or version have cannot be theirs."
            )
        case .formerNameTime:
            (
                "a former name without a time",
                "A former name is served beside the present one from `since`, the day on which the field got another name, to\n`sunset`. `since` is no later than `api.version`: a client that names that version, as generated ones do, knows the\npresent name and is not shown the former. `sunset` is a day after `since`."
            )
        default:
            (
                "a deprecation that helps no client",
                "`use` names a field that clients see and that is not deprecated itself; `sunset` is a day after `since`."
            )
        }
    }
}
