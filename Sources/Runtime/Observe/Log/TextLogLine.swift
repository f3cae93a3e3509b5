import Logging
import NIOCore

/// Log lines for people: `08:05:00.250 warning  roster.auth: key set problem  auth.reason="reading failed"`.
///
/// Whatever a value holds, it stays on its line and cannot steer the terminal.
enum TextLogLine {
    static func make(
        _ time: LogTime, _ level: Logger.Level, _ label: String, _ message: String, _ metadata: Logger.Metadata
    ) -> ByteBuffer {
        var line = begin(time, level)
        write(label, to: &line)
        line.writeStaticString(": ")
        write(message.cutForLog, to: &line)
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line.writeStaticString("  ")
            write(key.cutForLog, to: &line)
            line.writeStaticString("=")
            write(value.description.cutForLog, to: &line, quotedWhereNeeded: true)
        }
        line.writeInteger(UInt8(ascii: "\n"))
        return line
    }

    /// The time and the level, padded so that what follows stands in one column.
    static func begin(_ time: LogTime, _ level: Logger.Level) -> ByteBuffer {
        var line = ByteBuffer()
        line.reserveCapacity(256)
        line.writeString(time.clock)
        line.writeStaticString(" ")
        line.writeString(level.rawValue)
        for _ in level.rawValue.utf8.count..<9 { line.writeStaticString(" ") }
        return line
    }

    private static func write(_ text: String, to line: inout ByteBuffer, quotedWhereNeeded: Bool = false) {
        let quotes =
            quotedWhereNeeded && (text.isEmpty || text.utf8.contains { $0 == 0x20 || $0 == UInt8(ascii: "\"") })
        if quotes { line.writeStaticString("\"") }
        for scalar in text.unicodeScalars { write(scalar, to: &line, inQuotes: quotes) }
        if quotes { line.writeStaticString("\"") }
    }

    private static func write(_ scalar: Unicode.Scalar, to line: inout ByteBuffer, inQuotes: Bool) {
        switch scalar {
        case "\n": line.writeStaticString("\\n")
        case "\r": line.writeStaticString("\\r")
        case "\t": line.writeStaticString("\\t")
        case "\"" where inQuotes: line.writeStaticString("\\\"")
        case "\\": line.writeStaticString("\\\\")
        case _ where steersTerminal(scalar): line.writeString("\\u{\(String(scalar.value, radix: 16))}")
        default: line.writeBytes(scalar.utf8)
        }
    }

    /// Control characters, separators of lines, and marks that turn the direction of what follows.
    private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
