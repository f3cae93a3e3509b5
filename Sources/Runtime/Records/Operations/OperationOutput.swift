import NIOCore
import NIOHTTP1

/// What an operation that is written by hand answers. Emitted by the generator.
package protocol OperationOutput: Sendable {
    /// Writes the answer as one JSON object; writes nothing for an answer without a body.
    func write(to json: inout JSONWriter)
}

/// The answer of an operation that says nothing: 204.
package struct NoOutput: OperationOutput {
    package init() {}
    package func write(to json: inout JSONWriter) {}
}

extension OperationOutput {
    var response: Response {
        var json = JSONWriter(buffer: .init())
        write(to: &json)
        return json.buffer.readableBytes == 0
            ? Response(.noContent) : Response(.ok, contentType: .json, body: json.buffer)
    }
}
