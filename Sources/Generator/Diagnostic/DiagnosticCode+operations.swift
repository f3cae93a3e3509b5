extension DiagnosticCode {
    /// 380–399: operations, hooks, computed fields and validators.
    var textOfOperations: (title: String, explanation: String) {
        switch self {
        case .unknownMoveState:
            (
                "an unknown state",
                "`from:`, `to:`, `initial:`, `final:` and `transitions:` name values of the enum that holds the state."
            )
        case .stateField:
            (
                "no field for the state",
                "An operation with `from:` and `to:` moves an enum of the resource that nobody writes: `write: none`. Where there\nare several, `field:` says which."
            )
        case .unreachableState:
            (
                "a state that cannot be reached or left",
                "A state that no operation or transition leads to would never be seen, and one that none leads out of would hold a\nrecord for ever. Records begin at the default, and at the first value where operations lead on from it. Add an operation, or say on\nthe enum that rows begin there (`initial: [STATE]`) or end there (`final: [STATE]`)."
            )
        case .writtenState:
            (
                "a state that is written past its operations",
                "Operations say from which state a record may go to which. A body that sets the field would go anywhere, so the\nfield is `write: none`."
            )
        case .operationForNobody:
            (
                "an operation that nobody may call",
                "An operation without `allow:` can be called by nobody, which is safe and seldom meant."
            )
        case .operationRoute:
            (
                "an operation without a route of its own",
                "The path and method of an operation belong to it alone; another route would answer some of its requests. The path\nis made of fixed segments and at most one `{id}`, which stands for the record."
            )
        case .computedField:
            (
                "a computed field that cannot be",
                "A computed value is made of the columns of its own record when it is read. It is written, filtered and sorted by\nnobody, has no rules, is made of no other computed value, and does not depend on the time: the entity tag of a record\nstays the same as long as its row does."
            )
        case .computedReveals:
            (
                "a computed field that tells of a hidden one",
                "Whoever reads the computed field may read all that it is made of: by the same roles, or by the same choice of the\nowner. Where so much may be told to more people, `reveals:` names the field that it is told of."
            )
        case .hookNeverCalled:
            (
                "a hook that is never called",
                "Nothing that the resource allows comes to the hook: a record that nobody makes has no creation to look at."
            )
        case .uncalledHook:
            (
                "a hook in Swift that nothing calls",
                "A function in `Sources/Server/Hooks` is given what a hook is given, and is none: the spec does not ask for that\nhook, or `APIHooks` does not say that it has it. `extension APIHooks: ProfileAfterCommit` does, and has the compiler look\nat the function's name, too."
            )
        case .functionName:
            (
                "a function that cannot be",
                "A function by hand has a name of lower-case letters, digits and `_`, which Swift spells `displayInitials`. One name\nstands for one function."
            )
        case .problemCode:
            (
                "a problem code that the API itself uses",
                "Clients switch on the code of a problem. One that the API has already, such as `not_found` or `validation_failed`,\nwould mean two things."
            )
        case .problemStatus:
            (
                "a status that is not for functions to answer with",
                "A function by hand refuses a request that was understood and that its caller may make: \(Spec.Problem.statusWords).\nThe other statuses are the server's: 401 asks for a token, 412 is about `If-Match`, 500 tells of a mistake of its own."
            )
        case .problemDiffers:
            (
                "a problem that is another elsewhere",
                "A code has one status and one title wherever it stands, so that clients can switch on it. What is particular to an\noccurrence is its `detail`."
            )
        case .problemNeverThrown:
            (
                "problems that nothing can throw",
                "`problems:` under `hooks:` says what the hooks before a change may refuse it with. `after_commit` is told of what was\ndone, and refuses nothing."
            )
        case .hookPassedOver:
            (
                "a hook that a deletion of other records passes over",
                "Records that go along with others, by `on_delete: cascade`, are deleted in the same statement. Their `before_delete` is\nnot asked, and could not keep them. Let the others stay as long as they are referred to (`on_delete: restrict`), so that each is\ndeleted by itself, or ask about these in the hook of the others."
            )
        default:
            (
                "an operation that cannot be",
                "An operation is on a resource that has records of its own, its name is none of the usual ones, and a `GET` has no\nbody. A default of its input is text, a number, a boolean or a choice."
            )
        }
    }
}
