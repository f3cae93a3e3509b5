extension DiagnosticCode {
    /// 400–449: what would go wrong later.
    var textOfRisks: (title: String, explanation: String) {
        switch self {
        case .askedByOwnersAlone:
            (
                "filter, sort or search on a field that only owners read",
                "Only those who may read a field of every record may filter, sort and search a list by it; else the order of a\nlist would tell what is hidden. Owners read their own record alone, so where there is no other reader nobody may."
            )
        case .filterWithoutIndex:
            (
                "a filter that no index serves",
                "A filter that compares values needs an index, and an entry of an index holds at most 660 characters. Without one a\nquery would read the whole table, and any caller could ask for it."
            )
        case .personalWithoutErasure:
            (
                "personal data without an end",
                "Whoever is erased takes their data along, so each field with `personal:` says by `erase:` what becomes of its\nvalue: `anonymise` puts one in its place that tells nothing, `delete` leaves it empty, which only an optional field\nmay be, and `keep` names the law that asks for it (`basis`) and how long (`until`)."
            )
        default:
            (
                "a key that is personal data",
                "The key of a record stands in paths, and so in the logs of servers and proxies on the way, in cache keys and in\nbrowsers' histories, where it can't be erased. A random `uuid` tells nothing."
            )
        }
    }
}
