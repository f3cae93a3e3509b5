import NIOCore

/// A record's JSON with further members at its end, and an entity tag that changes with each part.
struct JoinedView {
    private var body: ByteBuffer
    private var tag: String
    private let version: Int64

    /// - Parameter view: an object.
    init(_ view: CachedView) {
        body = view.body
        version = view.version
        tag = String(view.etag.dropLast())
        // The object is opened again: what follows goes before its closing brace.
        body.moveWriterIndex(to: body.writerIndex - 1)
    }

    /// Adds another record as the member `name`.
    mutating func add(_ name: String, _ other: CachedView) {
        write(member: name)
        body.writeImmutableBuffer(other.body)
        // Our tags are alike but for what they stand for: the other adds its version, and the former names that it has.
        tag += ".\(name)\(other.version)\(Self.formerNames(in: other.etag))"
    }

    /// Adds a member whose value `write` writes, and which depends on what the tag tells already.
    mutating func add(_ name: String, _ write: (inout JSONWriter) -> Void) {
        self.write(member: name)
        var json = JSONWriter(buffer: ByteBuffer())
        write(&json)
        body.writeImmutableBuffer(json.buffer)
    }

    private static func formerNames(in etag: String) -> Substring {
        etag.firstIndex(of: "_").map { etag[$0...].prefix { $0 != "-" } } ?? ""
    }

    private mutating func write(member name: String) {
        let isFirst = body.readableBytes <= 1
        body.writeString(isFirst ? "\"" : ",\"")
        body.writeString(name)
        body.writeString("\":")
    }

    var view: CachedView {
        var closed = body
        closed.writeStaticString("}")
        return CachedView(version: version, etag: tag + "\"", body: closed)
    }
}
