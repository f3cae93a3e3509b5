#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few things that the tool does with files. No Foundation, which would be most of the tool's start-up time.
enum File {
    /// More than a spec may have, so that one that is too large is told so by the generator.
    static let specLimit = (1 << 20) + 1

    /// The bytes of a file; those after `limit` are left out.
    static func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw failure("read", path) }
        defer { fclose(file) }
        return try read(file, path, atMost: limit)
    }

    static func readStandardInput(atMost limit: Int) throws(FileError) -> [UInt8] {
        // A stream of our own over the descriptor: C's `stdin` is a mutable global.
        guard let file = fdopen(STDIN_FILENO, "rb") else { throw failure("read", "the standard input") }
        return try read(file, "the standard input", atMost: limit)
    }

    /// Whether a file's bytes are those of a text.
    static func holds(_ text: String, at path: String) -> Bool {
        var text = text
        return text.withUTF8 { expected in
            // One byte more than the text, so that a longer file is never taken for the same.
            guard let found = try? read(path, atMost: expected.count + 1), found.count == expected.count else {
                return false
            }
            // By `memcmp`, since builds run this without optimisation, where `==` is a call a byte.
            return found.withUnsafeBytes { found in
                guard let left = found.baseAddress, let right = expected.baseAddress else { return true }
                return memcmp(left, right, expected.count) == 0
            }
        }
    }

    /// Whether there is something to read, which no folder is.
    static func isFile(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFDIR
    }

    /// The folder that relative paths are from; `nil` when it is gone.
    static var workingFolder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private static func read(
        _ file: UnsafeMutablePointer<FILE>, _ path: String, atMost limit: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = fread(&chunk, 1, min(chunk.count, limit - bytes.count), file)
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        guard ferror(file) == 0 else { throw failure("read", path) }
        return bytes
    }

    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        guard let file = fopen(path, "wb") else { throw failure("write", path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        // Closing writes what is buffered, so a full disk may show only here.
        let isClosed = fclose(file) == 0
        guard written == bytes.count, isClosed else { throw failure("write", path) }
    }

    static func rename(_ path: String, to destination: String) throws(FileError) {
        #if canImport(Glibc)
            let result = Glibc.rename(path, destination)
        #elseif canImport(Musl)
            let result = Musl.rename(path, destination)
        #else
            let result = Darwin.rename(path, destination)
        #endif
        guard result == 0 else { throw failure("replace", destination) }
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// Removes a folder that is empty.
    static func removeFolder(_ path: String) {
        rmdir(path)
    }

    /// Makes a folder unless it is there. Its parent must be.
    static func makeFolder(_ path: String) throws(FileError) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make", path) }
    }

    /// `path` as it is called inside `folder`; unchanged when it lies elsewhere.
    static func path(_ path: String, from folder: String) -> String {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    private static func failure(_ action: String, _ path: String) -> FileError {
        FileError(path: path, action: action, reason: String(cString: strerror(errno)))
    }
}
