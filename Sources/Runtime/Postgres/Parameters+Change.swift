import NIOCore

/// What a body says about a field, as a parameter: a value, or NULL when the body says `null` or nothing. Which of the
/// two it was is told by the statement's mask of the fields that are present.
extension Parameters {
    package mutating func text(_ change: Change<String>) { text(change.value) }
    package mutating func int8(_ change: Change<Int64>) { int8(change.value) }
    package mutating func int4(_ change: Change<Int32>) { int4(change.value) }
    package mutating func numeric(_ change: Change<String>) { numeric(text: change.value) }
    package mutating func bool(_ change: Change<Bool>) { bool(change.value) }
    package mutating func date(_ change: Change<Int32>) { date(change.value) }
    package mutating func time(_ change: Change<Int64>) { time(change.value) }
    package mutating func interval(_ change: Change<Int64>) { interval(change.value) }
    package mutating func timestamp(_ change: Change<Int64>) { timestamp(change.value) }
    package mutating func uuid(_ change: Change<RecordID>) { uuid(change.value) }
    package mutating func jsonb(_ change: Change<ByteBuffer>) { jsonb(change.value) }

    package mutating func jsonb(_ change: Change<JSONPatch>) { jsonb(change.value?.text) }

    /// Two parameters: the value, and whether it is to be merged into the old one.
    package mutating func merged(_ change: Change<JSONPatch>) {
        jsonb(change.value?.text)
        bool(!(change.value?.isWhole ?? true))
    }

    /// Two parameters: the merge patch, NULL for back to the defaults, and the keys whose old value goes first.
    package mutating func section(_ change: Change<SectionPatch>) {
        jsonb(change.value?.merge)
        textArray(change.value?.replaced ?? [])
    }
}
