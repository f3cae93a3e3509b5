extension CompareRule {
    /// The rules of one hundred; any other is a mistake of the table itself.
    var apiFacts: Facts {
        switch self {
        case .versionNotRaised:
            Facts(
                "version-not-raised", .breaking,
                "The contract breaks and its version is that of before, so that no client can tell.",
                do: "Raise `api.version` to the day of the release.")
        case .baseChanged:
            Facts(
                "base-changed", .breaking,
                "Every path of the old contract is gone.",
                do:
                    "Keep the old base, or let a proxy lead the old paths to the new ones until no client asks for them."
            )
        case .subjectChanged:
            Facts(
                "subject-changed", .breaking,
                "Tokens of the old kind no longer say whose they are, or now stand for somebody else.",
                do: "Keep the claim until all tokens carry the new one.")
        case .versionRaised:
            Facts(
                "version-raised", .fine,
                "Clients can tell the contracts apart.",
                do: "Nothing is to be done.")
        case .versionLowered:
            Facts(
                "version-lowered", .dangerous,
                "Clients that compare versions take the contract for an older one.",
                do: "Let `api.version` be the day of the release.")
        case .roleAdded:
            Facts(
                "role-added", .fine,
                "Nobody has the role yet.",
                do: "Nothing is to be done; what the role may read is told field by field.")
        case .roleRemoved:
            Facts(
                "role-removed", .breaking,
                "Tokens with the role lose all that it allowed.",
                do: "Give its rights to another role first, and remove it when no token names it.")
        case .roleChanged:
            Facts(
                "role-changed", .breaking,
                "Other callers have the role than before: some lose its rights, others get them.",
                do: "Make a second role, move the rights over, and remove the first.")
        default: preconditionFailure("\(self) is not in the table of its hundred")
        }
    }
}
