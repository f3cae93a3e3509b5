internal import CLibpq

/// Owns one connection of libpq and finishes it once. All calls are non-blocking but name look-up in `start`, for which
/// libpq has no other way: give an address or a Unix socket where names may be slow.
final class ConnectionHandle {
    enum Progress {
        case waitForRead, waitForWrite, done, failed
    }

    private let raw: OpaquePointer

    /// Starts to connect. `nil` when libpq has no memory.
    init?(url: String, applicationName: String) {
        let names = ["dbname", "fallback_application_name", "client_encoding"]
        let values = [url, applicationName, "UTF8"]
        let started = withCStrings(names) { names in
            withCStrings(values) { values in
                PQconnectStartParams(names, values, 1)
            }
        }
        guard let started else { return nil }
        raw = started
        // What the server has to say beside its answers would go to standard error, values included.
        PQsetNoticeProcessor(raw, { _, _ in }, nil)
    }

    deinit {
        PQfinish(raw)
    }

    var isBad: Bool { PQstatus(raw) == CONNECTION_BAD }
    /// Negative without one. May change with each `poll`.
    var socket: Int32 { PQsocket(raw) }
    /// Libpq's words for the last failure: for operators only, since they may hold values.
    var message: String { String(cString: PQerrorMessage(raw)) }
    /// The server's process, as in `pg_stat_activity`.
    var backendProcess: Int32 { PQbackendPID(raw) }

    func poll() -> Progress {
        switch PQconnectPoll(raw) {
        case PGRES_POLLING_READING: .waitForRead
        case PGRES_POLLING_WRITING: .waitForWrite
        case PGRES_POLLING_OK: .done
        default: .failed
        }
    }

    func makeNonBlocking() -> Bool { PQsetnonblocking(raw, 1) == 0 }
    func enterPipeline() -> Bool { PQenterPipelineMode(raw) == 1 }

    // MARK: Sending. Each tells whether it was taken; what wasn't has lost the connection.

    /// Several statements by the simple protocol.
    func sendScript(_ script: String) -> Bool {
        PQsendQuery(raw, script) == 1
    }

    /// One statement whose parameters and answer are text.
    func sendQuery(_ sql: String, texts: [String?]) -> Bool {
        withOptionalCStrings(texts) { values in
            PQsendQueryParams(raw, sql, Int32(texts.count), nil, values, nil, nil, 0) == 1
        }
    }

    func sendPrepare(name: String, sql: StaticString, types: [PostgresType]) -> Bool {
        let oids = types.map { Oid($0.rawValue) }
        return sql.withUTF8Buffer { text in
            // A static string is followed by NUL in the program's data.
            text.withMemoryRebound(to: CChar.self) { text in
                PQsendPrepare(raw, name, text.baseAddress, Int32(oids.count), oids) == 1
            }
        }
    }

    func sendExecute(name: String, _ parameters: Parameters) -> Bool {
        parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(raw, name, Int32(parameters.count), values, lengths, formats, 1) == 1
        }
    }

    /// Ends a round: a failure before it aborts nothing after it.
    func sendSync() -> Bool { roster_pipeline_sync(raw) == 1 }

    /// `nil` when the connection is lost, else whether something is left to be sent.
    func flush() -> Bool? {
        switch PQflush(raw) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    // MARK: Receiving

    /// Takes what has arrived; false when the connection is lost.
    func consumeInput() -> Bool { PQconsumeInput(raw) == 1 }
    /// Whether `nextResult` would have to wait.
    var isBusy: Bool { PQisBusy(raw) != 0 }
    /// `nil` at the end of one statement's results.
    func nextResult() -> ResultHandle? { PQgetResult(raw).map(ResultHandle.init(owning:)) }
}

extension Parameters {
    fileprivate func withPointers<R>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> R
    ) -> R {
        withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count + 1) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { formats in
                formats.initialize(repeating: 1)
                for place in asText { formats[place] = 0 }
                return bytes.withUnsafeBytes { bytes in
                    // An empty value needs an address too: without one it would be NULL.
                    let base = bytes.baseAddress ?? UnsafeRawPointer(values.baseAddress!)  // Capacity is at least 1.
                    var offset = 0
                    for (index, length) in lengths.enumerated() {
                        let value = length < 0 ? nil : (base + offset).assumingMemoryBound(to: CChar.self)
                        (values.baseAddress! + index).initialize(to: value)
                        offset += Int(max(0, length)) + (formats[index] == 0 ? 1 : 0)
                    }
                    return lengths.withUnsafeBufferPointer {
                        body(values.baseAddress, $0.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}

/// The strings as a NULL-terminated array of C strings, valid inside `body` only.
private func withCStrings<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
    withOptionalCStrings(strings, body)
}

private func withOptionalCStrings<R>(
    _ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R
) -> R {
    var bytes: [CChar] = []
    var offsets: [Int?] = []
    for string in strings {
        offsets.append(string == nil ? nil : bytes.count)
        if let string { bytes.append(contentsOf: string.utf8CString) }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { bytes in
        // Not empty: a NUL was appended.
        let pointers = offsets.map { offset in offset.map { bytes.baseAddress! + $0 } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
