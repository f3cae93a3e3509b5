/// Where Redis is and who we are there, read from a URL:
/// `redis://[user:password@]host[:port][/database]`, or `unix://[user:password@]/path[?db=database]`.
///
/// User and password are percent-decoded (RFC 3986 section 2.1); `:password@` means the default user. A host that is a
/// percent-encoded path (`redis://%2Frun%2Fredis.sock/1`) is a Unix socket too.
package struct RedisAddress: Sendable {
    enum Place: Hashable, Sendable {
        case host(String, port: UInt16)
        case socket(path: String)
    }

    let place: Place
    /// `nil` for the default user.
    let user: String?
    /// Never in a log, a metric or an error.
    let password: String?
    let database: Int

    /// Redis's own default: this machine, port 6379, the default user, database 0.
    package static let standard = RedisAddress()

    private init() {
        place = .host("127.0.0.1", port: 6379)
        user = nil
        password = nil
        database = 0
    }

    /// - Throws: what is wrong, without any part of the URL, since it may hold a password.
    package init(url: String) throws(RedisAddressError) {
        if url.hasPrefix("redis://") {
            try self.init(tail: url.dropFirst("redis://".utf8.count), isSocket: false)
        } else if url.hasPrefix("unix://") {
            try self.init(tail: url.dropFirst("unix://".utf8.count), isSocket: true)
        } else if url.hasPrefix("rediss://") {
            throw RedisAddressError("TLS to Redis is not supported; use redis:// and a tunnel or a private network")
        } else {
            throw RedisAddressError("the address begins with neither redis:// nor unix://")
        }
    }

    private init(tail: Substring, isSocket: Bool) throws(RedisAddressError) {
        guard !tail.contains("#") else { throw RedisAddressError("the address has a fragment") }
        // The last one: passwords are often pasted with an @ in them.
        let at = tail.lastIndex(of: "@")
        (user, password) = try at.map { at throws(RedisAddressError) in try Self.identity(tail[..<at]) } ?? (nil, nil)
        let rest = at.map { tail[tail.index(after: $0)...] } ?? tail
        let (front, query) = rest.cut(at: "?")
        if isSocket {
            guard front.hasPrefix("/"), let path = PercentDecoding.decode(front) else {
                throw RedisAddressError("the socket's path is not absolute")
            }
            place = .socket(path: path)
            database = try Self.database(query, prefix: "db=")
        } else {
            guard query == nil else { throw RedisAddressError("the address has a query") }
            let (authority, path) = front.cut(at: "/")
            place = try Self.place(authority)
            database = try Self.database(path, prefix: "")
        }
    }

    private static func identity(_ text: Substring) throws(RedisAddressError) -> (String?, String?) {
        let (user, password) = text.cut(at: ":")
        guard let password, !password.isEmpty, let user = PercentDecoding.decode(user),
            let password = PercentDecoding.decode(password)
        else { throw RedisAddressError("what stands before the @ is not user:password") }
        return (user.isEmpty ? nil : user, password)
    }

    private static func place(_ authority: Substring) throws(RedisAddressError) -> Place {
        var host = authority
        var port: Substring?
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw RedisAddressError("the port can't be read") }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else {
            (host, port) = authority.cut(at: ":")
        }
        guard let name = PercentDecoding.decode(host), !name.isEmpty else {
            throw RedisAddressError("the address names no host")
        }
        if name.hasPrefix("/") { return .socket(path: name) }
        guard let port else { return .host(name, port: 6379) }
        guard let number = UInt16(port), number > 0 else { throw RedisAddressError("the port can't be read") }
        return .host(name, port: number)
    }

    private static func database(_ text: Substring?, prefix: String) throws(RedisAddressError) -> Int {
        guard let text, !text.isEmpty else { return 0 }
        guard text.hasPrefix(prefix), let number = UInt16(text.dropFirst(prefix.utf8.count)) else {
            throw RedisAddressError("the database is not a number")
        }
        return Int(number)
    }
}

extension RedisAddress: CustomStringConvertible {
    /// Without user and password.
    package var description: String {
        switch place {
        case .host(let host, let port): "\(host):\(port)/\(database)"
        case .socket(let path): "\(path), database \(database)"
        }
    }
}

/// A Redis URL that can't be used. Holds no part of it.
package struct RedisAddressError: Error, Hashable, CustomStringConvertible {
    package let reason: String

    init(_ reason: String) { self.reason = reason }

    package var description: String {
        "the address of Redis can't be used: \(reason); write redis://[user:password@]host[:port][/database]"
    }
}

extension Substring {
    /// What stands before the first `mark`, and what stands after it if there is one.
    fileprivate func cut(at mark: Character) -> (Substring, Substring?) {
        guard let place = firstIndex(of: mark) else { return (self, nil) }
        return (self[..<place], self[index(after: place)...])
    }
}
