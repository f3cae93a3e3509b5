import Dispatch
import Logging
import NIOCore
import Synchronization

/// Where log lines go: a bounded buffer, and a thread that writes each line with one `write(2)` of its own.
///
/// Who logs never waits for the reader of the log: a line that finds the buffer full is dropped and counted, and when
/// there is room again a line says how many were.
///
/// The thread keeps the sink alive until `close`.
package final class LogSink: Sendable {
    package struct Configuration: Sendable {
        /// The descriptor to write to. It is not closed.
        package var descriptor: Int32 = 2
        package var format = LogFormat.json
        /// Bytes of lines that may wait to be written. As many again may be on their way.
        package var maximumPendingBytes = 1 << 20

        package init() {}
    }

    private struct State {
        var pending = LogLines()
        /// Lines dropped and not told of yet.
        var dropped: UInt64 = 0
        var phase = Phase.open
    }

    private enum Phase {
        case open
        /// Takes no more lines; the thread ends when it has written those that are there.
        case closing
        case ended
    }

    package let format: LogFormat
    private let configuration: Configuration
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let droppedTotal: Counter

    /// - Throws: the system's reason for not starting a thread, as `ReactorError`.
    package init(_ configuration: Configuration = Configuration(), metrics: Metrics) throws {
        self.configuration = configuration
        format = configuration.format
        droppedTotal = metrics.counter(
            "roster_log_dropped_total", help: "Log lines dropped because the log's reader was too slow or gone.")
        try ReactorThread { [self] in run() }.detach()
    }

    /// Takes one line, with its newline, or drops it.
    package func write(_ line: ByteBuffer) {
        let (isFirst, isDropped) = state.withLock { state in
            let isFull = state.pending.byteCount + line.readableBytes > configuration.maximumPendingBytes
            guard state.phase == .open, !isFull else {
                state.dropped += 1
                return (false, true)
            }
            state.pending.append(line)
            return (state.pending.count == 1, false)
        }
        if isDropped { droppedTotal.increment() }
        if isFirst { wake.signal() }
    }

    /// Takes no more lines and waits until those that were taken are written, for at most `limit`.
    ///
    /// Looks every few milliseconds: it happens once, at the end.
    package func close(within limit: Duration) async {
        state.withLock { if $0.phase == .open { $0.phase = .closing } }
        wake.signal()
        let deadline = ContinuousClock.now + limit
        while state.withLock({ $0.phase != .ended }), ContinuousClock.now < deadline {
            guard (try? await Task.sleep(for: .milliseconds(2))) != nil else { return }
        }
    }
}

extension LogSink {
    /// The thread's work.
    private func run() {
        let writer = LineWriter(descriptor: configuration.descriptor)
        var lines = LogLines()
        while true {
            wake.wait()
            let (dropped, isLast) = state.withLock { state in
                swap(&state.pending, &lines)
                defer { state.dropped = 0 }
                return (state.dropped, state.phase == .closing)
            }
            lines.forEach { if !writer.write($0) { droppedTotal.increment() } }
            lines.removeAll()
            if dropped > 0 { report(dropped, to: writer) }
            if isLast { return state.withLock { $0.phase = .ended } }
        }
    }

    private func report(_ dropped: UInt64, to writer: LineWriter) {
        let line = format.line(
            at: .now, level: .warning, label: "roster.log", message: "log lines were dropped",
            metadata: ["log.dropped": "\(dropped)"])
        _ = line.withUnsafeReadableBytes { writer.write($0) }
    }
}
