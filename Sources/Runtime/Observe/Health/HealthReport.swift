import NIOCore

/// What `/readyz` says.
package struct HealthReport: Sendable {
    package enum Result: String, Sendable {
        case passing = "ok"
        /// It is not there, and can be done without.
        case degraded
        case failing
    }

    package let phase: HealthState.Phase
    package let checks: [(name: String, result: Result)]
    /// What is missing, by the name of its check.
    package let details: [(name: String, words: String)]

    /// Whether requests should be sent here.
    package var isReady: Bool {
        phase == .ready && !checks.contains { $0.result == .failing }
    }

    /// One word for the whole: `starting`, `draining`, `unavailable`, `degraded` or `ready`.
    package var status: String {
        switch phase {
        case .starting: "starting"
        case .draining: "draining"
        case .ready where !isReady: "unavailable"
        case .ready: checks.contains { $0.result == .degraded } ? "degraded" : "ready"
        }
    }

    /// `{"status":"degraded","checks":{"postgres":"ok","redis":"degraded"}}`
    var json: ByteBuffer {
        var writer = JSONWriter(buffer: ByteBuffer())
        writer.beginObject()
        writer.key("status")
        writer.string(status)
        writer.key("checks")
        writer.beginObject()
        for (name, result) in checks {
            writer.key(escaping: name)
            writer.string(result.rawValue)
        }
        writer.endObject()
        if !details.isEmpty {
            writer.key("details")
            writer.beginObject()
            for (name, words) in details {
                writer.key(escaping: name)
                writer.string(words)
            }
            writer.endObject()
        }
        writer.endObject()
        return writer.buffer
    }
}
