extension DiagnosticCode {
    /// 337–339: the steps of an enum that bodies set.
    var textOfTransitions: (title: String, explanation: String) {
        switch self {
        case .stepsNotTaken:
            (
                "transitions of a value that no body changes",
                "`transitions:` says which value of an enum a body may set after which. Where nobody may write the field there is\nnothing to say, and where operations move it their `from:` and `to:` say it."
            )
        case .noState:
            (
                "transitions of an enum that may be in no state",
                "A step starts from a state. So every record has one, `default:` saying where those begin that name none, and all\nstates are known: the enum is not `open:`."
            )
        default:
            (
                "a transition that says nothing",
                "A value may always stay as it is, since a body that replaces a record repeats it; and a step that is there once is\nthere."
            )
        }
    }

    var exampleOfTransitions: ExampleSpec? {
        let states = "{type: enum, of: [draft, shown], default: draft, read: user"
        switch self {
        case .stepsNotTaken:
            return .field(
                wrong: "stage: \(states), transitions: {draft: shown, shown: draft}, write: none}",
                right: "stage: \(states), transitions: {draft: shown, shown: draft}, write: self}")
        case .noState:
            return .field(
                wrong:
                    "stage: {type: enum, of: [draft, shown], optional: true, transitions: {draft: shown, shown: draft}, read: user, write: self}",
                right: "stage: \(states), transitions: {draft: shown, shown: draft}, write: self}")
        case .needlessStep:
            return .field(
                wrong: "stage: \(states), transitions: {draft: [draft, shown], shown: draft}, write: self}",
                right: "stage: \(states), transitions: {draft: shown, shown: draft}, write: self}")
        default: return nil
        }
    }
}
