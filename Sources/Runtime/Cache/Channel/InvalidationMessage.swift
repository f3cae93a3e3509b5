import NIOCore

/// What one node tells the others.
enum InvalidationMessage: Hashable, Sendable {
    /// A record has this version now, or a later one; when `hold` is more than zero, a write of it may yet happen for so
    /// long, and nothing of it may be kept.
    case record(CacheKey, version: Int64?, hold: Duration)
    /// A record of a resource that only another contract of the API has.
    case foreign
    /// More was written than the node could remember: everything may be old.
    case everything(hold: Duration)

    /// One line: kind, sender, then the parts; empty for what no node tells.
    func encoded(sender: UInt64, _ names: L2Names) -> String {
        let sender = String(sender, radix: 16)
        switch self {
        case .record(let key, let version, let hold):
            let version = version.map { String($0) } ?? "-"
            return "r \(sender) \(names.resource(key.resource)) \(key.id) \(version) \(hold.wholeMilliseconds)"
        case .foreign: return ""
        case .everything(let hold):
            return "e \(sender) \(hold.wholeMilliseconds)"
        }
    }

    /// `nil` for what is no message of ours.
    static func decode(_ bytes: ByteBuffer, _ names: L2Names) -> (sender: UInt64, message: InvalidationMessage)? {
        guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else { return nil }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count > 2, let sender = UInt64(parts[1], radix: 16), let hold = UInt32(parts[parts.count - 1])
        else { return nil }
        switch (parts[0], parts.count) {
        case ("e", 3): return (sender, .everything(hold: .milliseconds(hold)))
        case ("r", 6):
            guard let id = RecordID(parts[3]) else { return nil }
            let version = Int64(parts[4])
            guard version != nil || parts[4] == "-" else { return nil }
            guard let resource = names.place(of: parts[2]) else { return (sender, .foreign) }
            let key = CacheKey(resource: resource, id: id)
            return (sender, .record(key, version: version, hold: .milliseconds(hold)))
        default: return nil
        }
    }
}
