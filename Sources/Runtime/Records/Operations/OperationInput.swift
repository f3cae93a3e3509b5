import NIOCore
import NIOHTTP1

/// What a body says to an operation. Emitted by the generator for each operation that takes something.
package protocol OperationInput: Sendable {
    /// Whether a request may come without a body: nothing in it is required.
    static var isOptional: Bool { get }
    /// Reads a whole body and collects all that is wrong with it. `nil` only after an issue.
    static func read(_ body: inout BodyReader) throws(JSONError) -> Self?
    /// Writes the input as one JSON object, without what is missing.
    func write(to json: inout JSONWriter)
}

extension OperationInput {
    /// What the audit event of the operation keeps; `nil` when the body said nothing.
    var detail: ByteBuffer? {
        var json = JSONWriter(buffer: ByteBuffer())
        write(to: &json)
        return json.buffer.readableBytes > "{}".utf8.count ? json.buffer : nil
    }

    /// Reads the body of a request. A request without one, where none is needed, says nothing.
    ///
    /// Throws 415 for another media type than JSON, 400 with the byte offset for what is not JSON, and 422 with all
    /// that is wrong.
    static func read(_ request: Request) throws(Problem) -> Self {
        // A GET's content has no meaning (RFC 9110 section 9.3.1), and the checker lets it have no input.
        let isLeftOut = request.method == .GET || isOptional && request.body.readableBytes == 0
        if !isLeftOut { try MediaType.check(request, mode: .create) }
        let everything = FieldMask(rawValue: .max)
        var reader = BodyReader(
            isLeftOut ? ByteBuffer(string: "{}") : request.body, mode: .create, writable: everything)
        let input: Self?
        do {
            input = try read(&reader)
            try reader.finish()
        } catch {
            throw .invalidJSON(offset: error.offset, reason: error.reason.words)
        }
        guard reader.issues.isEmpty else { throw .validation(reader.issues) }
        guard let input else { throw .internalError }
        return input
    }
}

/// The input of an operation that takes nothing.
package struct NoInput: OperationInput {
    package static let isOptional = true

    package static func read(_ body: inout BodyReader) throws(JSONError) -> NoInput? {
        guard try body.beginObject() else { return nil }
        while try body.nextName() != nil { try body.unknownField(known: []) }
        return NoInput()
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.endObject()
    }
}
