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

    /// A merge patch (RFC 7396) of values that passed their rules, as compact JSON text. `null` means back to the default.
    package var merge: ByteBuffer { writer.buffer }
}

extension SectionPatch: Equatable {
    package static func == (left: SectionPatch, right: SectionPatch) -> Bool {
        left.merge == right.merge && left.replaced == right.replaced
    }
}
