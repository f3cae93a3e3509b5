import NIOCore

/// What a body says about a field, as a parameter: a value, or NULL when the body says `null` or nothing. Which of the
/// two it was is told by the statement's mask of the fields that are present.
extension Parameters {
    package mutating func text(_ change: Change<String>) { text(change.given) }
    package mutating func int8(_ change: Change<Int64>) { int8(change.given) }
    package mutating func int4(_ change: Change<Int32>) { int4(change.given) }
    package mutating func numeric(_ change: Change<String>) { numeric(text: change.given) }
    package mutating func bool(_ change: Change<Bool>) { bool(change.given) }
    package mutating func date(_ change: Change<Int32>) { date(change.given) }
    package mutating func time(_ change: Change<Int64>) { time(change.given) }
    package mutating func interval(_ change: Change<Int64>) { interval(change.given) }
    package mutating func timestamp(_ change: Change<Int64>) { timestamp(change.given) }
    package mutating func uuid(_ change: Change<RecordID>) { uuid(change.given) }
    package mutating func jsonb(_ change: Change<ByteBuffer>) { jsonb(change.given) }

    package mutating func jsonb(_ change: Change<JSONPatch>) { jsonb(change.given?.text) }

    /// Two parameters: the value, and whether it is to be merged into the old one.
    package mutating func merged(_ change: Change<JSONPatch>) {
        jsonb(change.given?.text)
        bool(!(change.given?.isWhole ?? true))
    }

    /// Two parameters: the merge patch, NULL for back to the defaults, and the keys whose old value goes first.
    package mutating func section(_ change: Change<SectionPatch>) {
<<<<<<< HEAD
        jsonb(change.given?.merge)
        textArray(change.given?.replaced ?? [])
=======
        jsonb(change.given?.merge)
        textArray(change.given?.replaced ?? [])
>>>>>>> main
    }
}
