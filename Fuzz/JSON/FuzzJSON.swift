import NIOCore

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds bytes to the JSON reader and to a body reader. Found wrong: a crash, a document that is taken and yet copied to something that is
/// not, and a copy that does not copy to itself.
@main
enum FuzzJSON {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { bytes, size in
            FuzzJSON.test(ByteBuffer(bytes: UnsafeRawBufferPointer(start: bytes, count: size)))
            return 0
        }
    }

    static func test(_ bytes: ByteBuffer) {
        let isTaken = isDocument(bytes)
        readBody(bytes)
        guard let copy = copy(bytes) else { return precondition(!isTaken, "taken, but not copied") }
        precondition(isTaken && isDocument(copy.bytes), "the copy is no JSON")
        guard copy.isFaithful else { return }
        precondition(self.copy(copy.bytes)?.bytes == copy.bytes, "the copy of the copy differs")
    }

    static func isDocument(_ bytes: ByteBuffer) -> Bool {
        do throws(JSONError) {
            var reader = JSONReader(bytes)
            try reader.skipValue()
            try reader.end()
            return true
        } catch {
            precondition((0...bytes.readableBytes).contains(error.offset), "an offset outside of the document")
            return false
        }
    }

    static func copy(_ bytes: ByteBuffer) -> (bytes: ByteBuffer, isFaithful: Bool)? {
        do throws(JSONError) {
            var body = BodyReader(bytes, mode: .put, writable: [])
            var writer = JSONWriter(buffer: ByteBuffer())
            try body.copyAny(to: &writer)
            try body.finish()
            return (writer.buffer, body.issues.isEmpty)
        } catch {
            return nil
        }
    }

    static func readBody(_ bytes: ByteBuffer) {
        do throws(JSONError) {
            let field = FieldMask(field: 0)
            var body = BodyReader(bytes, mode: .patch, writable: field)
            if try body.beginObject() {
                while let name = try body.nextName() {
                    switch name.utf8.first {
                    case UInt8(ascii: "a"):
                        _ = try body.text(field, TextRule(maximum: 9, trim: true, nfc: true, format: .url))
                    case UInt8(ascii: "b"): _ = try body.integer(field, IntegerRule())
                    case UInt8(ascii: "c"): _ = try body.decimal(field, DecimalRule(precision: 9, scale: 3))
                    case UInt8(ascii: "d"): _ = try body.timestamp(field, TimestampRule())
                    case UInt8(ascii: "e"): _ = try body.json(field, .list(of: .object([.init("x", .any)]), maximum: 3))
                    case UInt8(ascii: "f"): _ = try body.text(field, TextRule(maximum: 300, format: .email))
                    case UInt8(ascii: "g"): _ = try body.text(field, TextRule(maximum: 40, format: .language))
                    default: try body.unknownField(known: ["a", "bio"])
                    }
                }
            }
            try body.finish()
        } catch {}
    }
}
