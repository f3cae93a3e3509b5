extension CompareRule {
    /// The rules of one hundred; any other is a mistake of the table itself.
    var rightFacts: Facts {
        switch self {
        case .readRightTaken:
            Facts(
                "read-right-taken", .breaking,
                "The value is absent for callers who read it; to ask for it by name is 403.",
                do: "Announce it, and see that no client of theirs needs it.")
        case .readRightGiven:
            Facts(
                "read-right-given", .dangerous,
                "More callers see the values than their owners could expect.",
                do: "Have somebody who answers for privacy look at it.")
        case .writeRightTaken:
            Facts(
                "write-right-taken", .breaking,
                "Bodies of these callers that name it get 422 `not_writable`.",
                do: "Announce it, and see that no client of theirs sends it.")
        case .writeRightGiven:
            Facts(
                "write-right-given", .dangerous,
                "More callers can change the values.",
                do: "Have somebody who answers for the data look at it.")
        case .putNeedsMore:
            Facts(
                "put-needs-more", .breaking,
                "The field is required of all who may set it, so a PUT of these callers without it gets 422 "
                    + "`missing_field`.",
                do: "Make it optional, give it a `default`, or leave the right to those who have it.")
        case .operationRightTaken:
            Facts(
                "operation-right-taken", .breaking,
                "These callers get 403.",
                do: "Announce it, and see that no client of theirs does it.")
        case .operationRightGiven:
            Facts(
                "operation-right-given", .dangerous,
                "More callers can do it.",
                do: "Have somebody who answers for the data look at it.")
        case .ownersChoiceAdded:
            Facts(
                "owners-choice-added", .dangerous,
                "Owners can open the field to callers who never saw it, and the default may do so for them.",
                do: "Have somebody who answers for privacy look at the default.")
        case .ownersChoiceRemoved:
            Facts(
                "owners-choice-removed", .breaking,
                "Callers whom owners let in see the field no longer, and the choice is no setting any more.",
                do: "Announce it, and see that clients do not send the choice.")
        case .visibilityWidened:
            Facts(
                "visibility-widened", .dangerous,
                "Fields of all owners who never chose are shown to more callers.",
                do: "Ask the owners first, or keep the default for those who are there already.")
        case .visibilityNarrowed:
            Facts(
                "visibility-narrowed", .fine,
                "Fewer callers see the field of owners who never chose; what owners can hide, clients must do "
                    + "without anyway.",
                do: "Nothing is to be done.")
        case .levelRemoved:
            Facts(
                "level-removed", .breaking,
                "Owners who chose it fall back to the default, and clients that send it get 422 `not_a_choice`.",
                do: "Keep the level, or move the choices to another one first.")
        case .levelAdded:
            Facts(
                "level-added", .dangerous,
                "Clients meet a level that they do not know, and owners can open fields to others than before.",
                do: "Have the clients handle it first.")
        default: preconditionFailure("\(self) is not in the table of its hundred")
        }
    }
}
