import Logging
import NIOCore

/// Log lines as JSON objects: `time` (RFC 3339, UTC), `level`, `label`, `message`, and `metadata` when there is any.
enum JSONLogLine {
    static func make(
        _ time: LogTime, _ level: Logger.Level, _ label: String, _ message: String, _ metadata: Logger.Metadata
    ) -> ByteBuffer {
        var writer = begin(time, level, label)
        writer.string(message.cutForLog)
        if !metadata.isEmpty {
            writer.key("metadata")
            write(metadata, to: &writer, depth: 1)
        }
        return end(writer)
    }

    /// The members of every line up to the key of the message.
    static func begin(_ time: LogTime, _ level: Logger.Level, _ label: String) -> JSONWriter {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(384)
        var writer = JSONWriter(buffer: buffer)
        writer.beginObject()
        writer.key("time")
        writer.timestamp(time.microsecondsSince2000)
        writer.key("level")
        writer.string(level.rawValue)
        writer.key("label")
        writer.string(label)
        writer.key("message")
        return writer
    }

    static func end(_ writer: consuming JSONWriter) -> ByteBuffer {
        writer.endObject()
        var line = writer.buffer
        line.writeInteger(UInt8(ascii: "\n"))
        return line
    }

    private static func write(_ metadata: Logger.Metadata, to writer: inout JSONWriter, depth: Int) {
        writer.beginObject()
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            writer.key(escaping: key.cutForLog)
            write(value, to: &writer, depth: depth + 1)
        }
        writer.endObject()
    }

    private static func write(_ value: Logger.MetadataValue, to writer: inout JSONWriter, depth: Int) {
        guard depth <= LogFormat.deepest else { return writer.string("…") }
        switch value {
        case .string(let text): writer.string(text.cutForLog)
        case .stringConvertible(let value): writer.string(value.description.cutForLog)
        case .dictionary(let metadata): write(metadata, to: &writer, depth: depth)
        case .array(let values):
            writer.beginArray()
            for value in values { write(value, to: &writer, depth: depth + 1) }
            writer.endArray()
        }
    }
}
