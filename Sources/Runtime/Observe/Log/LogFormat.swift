import Logging
import NIOCore

/// How log lines look.
package enum LogFormat: String, CaseIterable, Sendable {
    /// One JSON object a line, for machines.
    case json
    /// For people at a terminal.
    case text

    /// Strings of a line are cut after this many bytes, so that no line takes the whole buffer.
    static let longestText = 8 * 1024
    /// Metadata nested deeper is left out.
    static let deepest = 8

    /// One line with its newline.
    func line(
        at time: LogTime, level: Logger.Level, label: String, message: String, metadata: Logger.Metadata
    ) -> ByteBuffer {
        switch self {
        case .json: JSONLogLine.make(time, level, label, message, metadata)
        case .text: TextLogLine.make(time, level, label, message, metadata)
        }
    }
}

extension String {
    /// The text, or its beginning and `…` when it has more bytes than a log line takes.
    var cutForLog: String {
        guard utf8.count > LogFormat.longestText else { return self }
        return String(decoding: utf8.prefix(LogFormat.longestText), as: UTF8.self) + "…"
    }
}
