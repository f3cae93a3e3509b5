extension CompareRule {
    /// The rules of one hundred; any other is a mistake of the table itself.
    var fieldFacts: Facts {
        switch self {
        case .resourceRemoved:
            Facts(
                "resource-removed", .breaking,
                "All its routes are gone: clients get 404.",
                do: "Announce the end with `deprecated`, and remove it when no client asks for it.")
        case .fieldRemoved:
            Facts(
                "field-removed", .breaking,
                "Clients that read it find nothing; those that send it get 422 `unknown_field`.",
                do: "Mark it `deprecated` and remove it when no client uses it. If it only has another name now, say "
                    + "`was:`.")
        case .fieldAdded:
            Facts(
                "field-added", .fine,
                "Clients that do not know it go on as before: a body that does not name it leaves it as it is.",
                do: "Nothing is to be done.")
        case .requiredFieldAdded:
            Facts(
                "required-field-added", .breaking,
                "A body that makes or replaces a record without it gets 422 `missing_field`.",
                do: "Make it `optional: true`, or give it a `default`.")
        case .fieldRenamed:
            Facts(
                "field-renamed", .dangerous,
                "The former name is served beside the present one until its sunset, so clients go on. One that is "
                    + "generated anew has the present name alone, and an answer has a member more.",
                do: "Give the former name a `sunset`, and see by `roster_former_name_uses_total` who still uses it.")
        case .fieldNowRequired:
            Facts(
                "field-now-required", .breaking,
                "Bodies without it get 422 `missing_field`, and `null` gets 422 `null_not_allowed`.",
                do: "Keep it optional, or give it a `default`.")
        case .fieldNowOptional:
            Facts(
                "field-now-optional", .dangerous,
                "Readers meet `null` where there was always a value.",
                do: "See that clients take `null`, or give the field a `default`.")
        case .defaultChanged:
            Facts(
                "default-changed", .dangerous,
                "Records and settings that do not say otherwise get another value than clients expect.",
                do: "See that no client counts on the old value.")
        case .resourceAdded:
            Facts(
                "resource-added", .fine,
                "There was nothing of it before.",
                do: "Nothing is to be done.")
        case .keyChanged:
            Facts(
                "key-changed", .breaking,
                "The ids that clients hold name no records any more.",
                do: "Keep the key, and make the new one another way to find a record.")
        case .fieldNowImmutable:
            Facts(
                "field-now-immutable", .breaking,
                "Changes that name it get 422 `not_writable`.",
                do: "Announce it, and refuse it when no client changes it.")
        case .fieldNoLongerImmutable:
            Facts(
                "field-no-longer-immutable", .dangerous,
                "Clients that keep the value for ever hold an old one.",
                do: "See that no client takes it for constant.")
        case .uniqueAdded:
            Facts(
                "unique-added", .breaking,
                "A value that another record has gets 409 `taken`, where it was accepted.",
                do: "See that clients show the conflict, and that the stored values are unique.")
        case .uniqueRemoved:
            Facts(
                "unique-removed", .dangerous,
                "Several records can have one value: clients that look one up by it can find more.",
                do: "See that no client takes it for a key.")
        case .renamedWithinVersion:
            Facts(
                "renamed-within-version", .breaking,
                "Clients that name the version of the old contract are taken to know the present name, and find the "
                    + "former in no answer.",
                do: "Raise `api.version`, and give the former name that day as `since`.")
        case .formerNameRemoved:
            Facts(
                "former-name-removed", .breaking,
                "Clients that read the former name find nothing; those that send it get 422 `unknown_field`.",
                do: "Leave it under `was:`, which costs nothing once its `sunset` is over.")
        case .formerNameAdded:
            Facts(
                "former-name-added", .fine, "A name is served beside the present one.", do: "Nothing is to be done.")
        case .sunsetWithdrawn:
            Facts(
                "sunset-withdrawn", .fine, "The former name stays, which clients were told would go.",
                do: "Nothing is to be done.")
        case .renamingPutOff:
            Facts(
                "renaming-put-off", .fine, "Clients that name a version before it are shown the former name, too.",
                do: "Nothing is to be done.")
        case .sunsetBroughtForward:
            Facts(
                "sunset-brought-forward", .dangerous,
                "Clients were told of a later day, until which they meant to have time.",
                do: "Keep the day that was announced, or see by `roster_former_name_uses_total` that nobody uses it.")
        case .sunsetAnnounced:
            Facts(
                "sunset-announced", .fine, "Clients are told by `Sunset` when the former name goes.",
                do: "See by `roster_former_name_uses_total` who still uses it, before that day.")
        case .fieldDeprecated:
            Facts(
                "field-deprecated", .fine, "Clients are told to use it no longer, and it works as before.",
                do: "Wait until no client uses it, and remove it then.")
        case .deprecationWithdrawn:
            Facts(
                "deprecation-withdrawn", .fine, "Clients may go on to use it.", do: "Nothing is to be done.")
        case .referenceAdded:
            Facts(
                "reference-added", .breaking, "Values that name nothing get 422 `unknown_reference`.",
                do: "See that clients and rows have values only that name something.")
        case .referenceChanged:
            Facts(
                "reference-changed", .breaking, "The keys that clients send and hold name records of another kind.",
                do: "Add a field for the new kind beside it, and remove the old one when no client uses it.")
        case .referenceRemoved:
            Facts(
                "reference-removed", .dangerous, "Readers meet values that name nothing.",
                do: "See that clients take a 404 for what the value names.")
        case .deletionChanged:
            Facts(
                "deletion-changed", .dangerous,
                "A deletion of the other record does something else: it is refused, takes this one away, or empties the field.",
                do: "Have somebody who answers for the data look at it.")
        default: preconditionFailure("\(self) is not in the table of its hundred")
        }
    }
}
