extension CompareRule {
    /// The rules of one hundred; any other is a mistake of the table itself.
    var valueFacts: Facts {
        switch self {
        case .typeChanged:
            Facts(
                "type-changed", .breaking,
                "Values that clients send are refused, and those that they read are of another kind.",
                do: "Add a field of the new type beside it, and remove the old one when no client uses it.")
        case .ruleTightened:
            Facts(
                "rule-tightened", .breaking,
                "Values that were accepted get 422, those that are stored among them.",
                do: "Keep the wider rule, or see that neither clients nor rows have values outside of the new one.")
        case .ruleLoosened:
            Facts(
                "rule-loosened", .fine,
                "All that was accepted is accepted still.",
                do: "See that clients can show the values that are possible now.")
        case .typeWidened:
            Facts(
                "type-widened", .dangerous,
                "All that was accepted is accepted still, but readers meet values that the old type did not have.",
                do: "See that clients take values of the wider type.")
        case .patternChanged:
            Facts(
                "pattern-changed", .breaking,
                "Whether every value of the old pattern matches the new one cannot be told.",
                do: "When the new one is wider, say so in the release; else see that no value breaks it.")
        case .normalisationChanged:
            Facts(
                "normalisation-changed", .dangerous,
                "What is stored differs from what a client sent in another way than before.",
                do: "See that clients show the value of the answer and not the one that they sent.")
        case .enumValueRemoved:
            Facts(
                "enum-value-removed", .breaking,
                "Clients that send it get 422 `not_a_choice`.",
                do: "Keep it until no client sends it and no row holds it.")
        case .enumValueAdded:
            Facts(
                "enum-value-added", .breaking,
                "The enum is closed: clients were told that these are all values, and one that lists them meets "
                    + "another.",
                do: "Have the clients handle the value first.")
        case .checkAdded:
            Facts(
                "check-added", .breaking, "Changes that were accepted get 422, those of stored records among them.",
                do: "See that neither clients nor rows break it, and announce it.")
        case .checkChanged:
            Facts(
                "check-changed", .breaking,
                "Whether every record that passed the old condition passes the new one cannot be told.",
                do: "When the new one is wider, say so in the release; else see that no record breaks it.")
        case .checkRemoved:
            Facts(
                "check-removed", .fine, "All that was accepted is accepted still.",
                do: "See that clients do not count on it.")
        case .openEnumValueAdded:
            Facts(
                "open-enum-value-added", .fine, "The enum is open: clients were told to expect further values.",
                do: "Nothing is to be done.")
        case .enumOpened:
            Facts(
                "enum-opened", .dangerous, "Clients that list all values will meet others one day.",
                do: "Have the clients handle values that they do not know, before the first is added.")
        case .enumClosed:
            Facts(
                "enum-closed", .fine, "Clients that handle further values meet none.",
                do: "Nothing is to be done; but then no value can be added without a break.")
        case .transitionRemoved:
            Facts(
                "transition-removed", .breaking, "Changes that were accepted get 409.",
                do: "See that no client takes the step, and announce it.")
        case .transitionAdded:
            Facts(
                "transition-added", .fine, "All that was accepted is accepted still.",
                do: "See that clients do not count on the step being refused.")
        case .beginningRemoved:
            Facts(
                "beginning-removed", .breaking, "Bodies that made a record with the value get 422.",
                do: "See that no client sends it, and announce it.")
        case .beginningAdded:
            Facts(
                "beginning-added", .fine, "All that was accepted is accepted still.", do: "Nothing is to be done.")
        case .problemAdded:
            Facts(
                "problem-added", .dangerous,
                "Requests that were accepted may be refused, with a code that clients do not know.",
                do: "Have the clients handle the code first, and announce it.")
        case .problemRemoved:
            Facts(
                "problem-removed", .fine, "Clients that handle the code do not meet it here any more.",
                do: "Nothing is to be done.")
        case .problemChanged:
            Facts(
                "problem-changed", .breaking, "Clients that go by the status take the problem for another.",
                do: "Give the problem of the new status a code of its own.")
        default: preconditionFailure("\(self) is not in the table of its hundred")
        }
    }
}
