#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Asks git, without a shell between.
enum Git {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A file as it was in a revision: `HEAD~1:spec/users.yaml`. What git says against it goes to our standard error.
    static func show(_ object: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        // Git would take it for an option.
        guard !object.hasPrefix("-") else { throw Failure(description: "\(object) is no revision") }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failure("git could not be asked", errno) }
        let child: pid_t
        do {
            defer { close(ends[1]) }
            child = try spawn(["git", "show", object], output: ends[1], closing: ends[0])
        } catch {
            close(ends[0])
            throw error
        }
        let bytes = readAll(ends[0], atMost: limit)
        // Git ends when nobody reads any more.
        close(ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        guard status == 0 || bytes.count == limit else { throw Failure(description: "git has no \(object)") }
        return bytes
    }

    private static func spawn(
        _ arguments: [String], output: Int32, closing other: Int32
    ) throws(Failure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, output)
        posix_spawn_file_actions_addclose(&actions, other)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let error = posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
        guard error == 0 else { throw failure("git could not be started", error) }
        return child
    }

    private static func readAll(_ descriptor: Int32, atMost limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    private static func failure(_ what: String, _ error: Int32) -> Failure {
        Failure(description: "\(what): \(String(cString: strerror(error)))")
    }
}
