#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One look-up of a host's name, on a thread of its own, since `getaddrinfo(3)` waits as long as it likes and can't be
/// given up.
///
/// Unchecked for `finish`, which only the reactor's thread touches.
final class RedisResolver: @unchecked Sendable {
    private let reactor: Reactor
    private var finish: (([String]) -> Void)?

    /// - Parameter finish: called once on the reactor's thread with numeric addresses; none when there are none.
    init(_ reactor: Reactor, _ finish: @escaping ([String]) -> Void) {
        self.reactor = reactor
        self.finish = finish
    }

    func start(_ host: String) {
        do {
            try ReactorThread { [self] in
                let found = Self.addresses(of: host, flags: 0)
                reactor.execute { [self] in finish.take()?(found) }
            }.detach()
        } catch {
            reactor.atEndOfTurn { [self] in finish.take()?([]) }
        }
    }

    /// The host itself when it is a numeric address, without a look-up.
    static func numeric(_ host: String) -> String? {
        addresses(of: host, flags: AI_NUMERICHOST).first
    }

    private static func addresses(of host: String, flags: Int32) -> [String] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_protocol = Int32(IPPROTO_TCP)
        hints.ai_flags = flags
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0, let list else { return [] }
        defer { freeaddrinfo(list) }
        return sequence(first: list) { $0.pointee.ai_next }.compactMap { text($0.pointee) }
    }

    private static func text(_ found: addrinfo) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { name in
            guard
                getnameinfo(
                    found.ai_addr, found.ai_addrlen, name.baseAddress, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
                    == 0
            else { return nil }
            return name.baseAddress.map { String(cString: $0) }
        }
    }
}
