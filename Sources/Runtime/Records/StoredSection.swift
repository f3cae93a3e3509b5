import NIOCore

/// The stored values of one settings section, a JSONB object that holds only what differs from the defaults.
///
/// An index over the document's bytes: nothing is decoded, values go to the answer as they stand. A column that is NULL
/// or, in a table that was there before us, no object, counts as empty.
package struct StoredSection: Sendable {
    private let document: ByteBuffer
    private let members: [(name: String, value: Range<Int>)]

    package init(_ row: Row, _ column: Int) {
        var document = ByteBuffer()
        _ = row.jsonb(column) { bytes in document.writeBytes(bytes) }
        self.init(document)
    }

    init(_ document: ByteBuffer) {
        self.document = document
        self.members = (try? Self.index(document)) ?? []
    }

    private static func index(_ document: ByteBuffer) throws(JSONError) -> [(name: String, value: Range<Int>)] {
        guard document.readableBytes > 0 else { return [] }
        var reader = JSONReader(document)
        guard try reader.peek() == .object else { return [] }
        var members: [(name: String, value: Range<Int>)] = []
        try reader.beginObject()
        while let name = try reader.nextName() {
            members.append((name, try reader.skipValue()))
        }
        return members
    }

    /// The JSON text of a stored value.
    private func bytes(of name: StaticString) -> ByteBuffer? {
        for member in members
        where member.name.utf8.elementsEqual(
            UnsafeBufferPointer(
                start: name.utf8Start, count: name.utf8CodeUnitCount))
        {
            return document.getSlice(at: document.readerIndex + member.value.lowerBound, length: member.value.count)
        }
        return nil
    }

    /// Writes the stored value as the member `name`; `standard`, a JSON value, when none is stored, or one that is not of
    /// the kind and was there before us.
    package func write(
        _ name: StaticString, _ kind: StoredKind, default standard: StaticString, to json: inout JSONWriter
    ) {
        json.key(name)
        guard let stored = bytes(of: name) else { return json.raw(standard) }
        if stored.withUnsafeReadableBytes(kind.admits) { return json.raw(stored) }
        if let strictest = kind.substitute, !stored.readableBytesView.elementsEqual("null".utf8) {
            json.string(strictest)
        } else {
            json.raw(standard)
        }
    }

    /// The stored object at `name`, for a map whose keys have defaults of their own.
    package func map(_ name: StaticString) -> StoredSection {
        StoredSection(bytes(of: name) ?? ByteBuffer())
    }
}
