extension DiagnosticCode {
    /// The texts of 500–549.
    var textOfMigrations: (title: String, explanation: String) {
        switch self {
        case .unreadableFile:
            (
                "a file of the migrations that can't be read",
                "`migrations.lock` and `contract.json` are written by `rosterc migrate` and read back by it. Take the file from the\nlast commit; after a merge of two branches run `rosterc migrate rebase`."
            )
        case .editedMigration:
            (
                "a migration that was edited",
                "Databases have run the SQL whose checksum stands in `migrations.lock`; other SQL under the same name would leave\nthem different. Take the file from the last commit, and put what was to be changed into the spec or a new migration.\nOne that no database has run yet is written anew by `rosterc migrate squash --from ID`."
            )
        case .twoHeads:
            (
                "two migrations that begin at one state",
                "Two branches have each made a migration from the same contract. `rosterc migrate rebase` keeps the first and plans\nthe other anew on top of it."
            )
        case .missingMigration:
            (
                "a migration whose files are missing",
                "`migrations.lock` names every migration, and each has a folder with `up.sql`, `down.sql`, `plan.json` and\n`contract.json`. Commit them together."
            )
        case .looksLikeRename:
            (
                "a drop and an add that look like a rename",
                "A field is gone and another of the same type has come. If it is the same one under a new name, say `was: [old]` and\nits values are kept; if it is not, put the old one under `removed:` and it is dropped."
            )
        case .dropWithoutTombstone:
            (
                "a drop that nobody asked for",
                "A field or a resource of the last migration is no longer in the spec. Its values are dropped only when it stands\nunder `removed:`; a line that was lost in a merge must not cost data."
            )
        case .impossibleChange:
            (
                "a change that can't be made without a guess",
                "Keys can't change, and not every value of one type has a value of another. Add a field under a new name, fill it,\nand remove the old one in a later migration."
            )
        case .specAhead:
            (
                "a spec without its migration",
                "The spec stores something else than the last migration makes. `rosterc migrate new` writes the migration;\n`rosterc migrate plan` shows it before."
            )
        default:
            (
                "a state of a database that no migration ends at",
                "A plan starts at a state whose `contract.json` is known: one of the committed migrations, or one that the database\nitself keeps."
            )
        }
    }
}
