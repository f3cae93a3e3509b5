extension CompareRule {
    /// The rules of one hundred; any other is a mistake of the table itself.
    var listFacts: Facts {
        switch self {
        case .routeRemoved:
            Facts(
                "route-removed", .breaking,
                "Clients get 404 or 405.",
                do: "Announce the end with `deprecated`, and remove it when no client asks for it.")
        case .routeAdded:
            Facts(
                "route-added", .fine,
                "There was nothing there before.",
                do: "Nothing is to be done.")
        case .pathChanged:
            Facts(
                "path-changed", .breaking,
                "The paths that clients know are gone.",
                do: "Keep the old path, or let a proxy lead it to the new one until no client asks for it.")
        case .orderRemoved:
            Facts(
                "order-removed", .breaking,
                "Lists that ask for it get 400, and cursors made for it are refused.",
                do: "Keep the order until no client asks for it.")
        case .orderAdded:
            Facts(
                "order-added", .fine,
                "Nobody asks for it yet.",
                do: "Nothing is to be done.")
        case .usualOrderChanged:
            Facts(
                "usual-order-changed", .dangerous,
                "Lists that ask for no order come in another one; cursors made before are refused.",
                do: "Let clients that need an order ask for it.")
        case .filterRemoved:
            Facts(
                "filter-removed", .breaking,
                "Filters with it get 400.",
                do: "Keep it until no client filters by it.")
        case .filterAdded:
            Facts(
                "filter-added", .fine,
                "Nobody filters by it yet.",
                do: "Nothing is to be done.")
        case .pageLimitLowered:
            Facts(
                "page-limit-lowered", .breaking,
                "Lists that ask for as many records as before get 400.",
                do: "Keep the limit until no client asks for so many.")
        case .pageLimitRaised:
            Facts(
                "page-limit-raised", .fine,
                "Every limit that was taken is taken still.",
                do: "Nothing is to be done.")
        case .usualPageChanged:
            Facts(
                "usual-page-changed", .dangerous,
                "Lists that say no limit have pages of another length; a client that reads one page only misses "
                    + "records.",
                do: "Let clients say the limit that they need.")
        case .searchRemoved:
            Facts(
                "search-removed", .breaking,
                "Searches no longer find records by it.",
                do: "Announce it, and see that no client counts on it.")
        case .searchAdded:
            Facts(
                "search-added", .fine,
                "Searches find more.",
                do: "Nothing is to be done.")
        case .matchNowRequired:
            Facts(
                "match-now-required", .breaking, "Changes without `If-Match` get 428 `precondition_required`.",
                do: "Have the clients send the tag that they read first.")
        case .matchNoLongerRequired:
            Facts(
                "match-no-longer-required", .dangerous,
                "A client that sends no tag overwrites the changes of others unseen.",
                do: "See that clients send the tag all the same.")
        default: preconditionFailure("\(self) is not in the table of its hundred")
        }
    }
}
