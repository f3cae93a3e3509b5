import Foundation

/// Loopback ports that nobody listens on.
package enum FreePort {
    /// Below the range from which the systems take ports for outgoing connections (Linux 32768, macOS 49152), so that
    /// a service that is stopped for a while finds its port free when it comes back.
    private static let range: Range<UInt16> = 20_000..<32_000

    /// A port that is free now. Another process may take it before it is used, so callers try again when it is gone.
    package static func choose() throws -> UInt16 {
        for _ in 0..<200 {
            let port = UInt16.random(in: range)
            if isFree(port) { return port }
        }
        throw DevServiceError(.port, "No free port between \(range.lowerBound) and \(range.upperBound) on 127.0.0.1.")
    }

    /// Whether a server could listen on `127.0.0.1:port` now.
    package static func isFree(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, streamType, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        return withLoopback(port) { bind(descriptor, $0, $1) } == 0 && listen(descriptor, 1) == 0
    }

    #if canImport(Glibc) || canImport(Musl)
        static let streamType = Int32(SOCK_STREAM.rawValue)
    #else
        static let streamType = SOCK_STREAM
    #endif

    /// Calls `body` with the address `127.0.0.1:port`.
    static func withLoopback<T>(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
