import NIOCore

/// What a body says about one section of settings (one JSONB column with typed keys).
package struct SectionPatch: Sendable {
    /// The keys whose old value is to be taken away before the merge, since the body gave a JSON value whole.
    package internal(set) var replaced: [String] = []
    var writer: JSONWriter

    /// A section that `BodyReader.section` opens, fills and closes.
    init() {
        writer = JSONWriter(buffer: ByteBuffer())
        writer.beginObject()
    }

    /// What a function by hand says about a section. It is read as a body's section is before it is stored.
    /// - Parameter merge: a merge patch (RFC 7396) for the section, one JSON object.
    package init(merge: ByteBuffer) {
        writer = JSONWriter(buffer: merge)
    }

    /// The same values, where the old ones of some keys go first.
    func replacing(_ keys: [String]) -> SectionPatch {
        var section = self
        section.replaced = keys
        return section
    }

    /// A merge patch (RFC 7396) of values that passed their rules, as compact JSON text. `null` means back to the default.
    package var merge: ByteBuffer { writer.buffer }
}

extension SectionPatch: Equatable {
    package static func == (left: SectionPatch, right: SectionPatch) -> Bool {
        left.merge == right.merge && left.replaced == right.replaced
    }
}
