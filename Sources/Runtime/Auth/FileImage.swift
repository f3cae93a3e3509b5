#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a small file and what tells that it has changed. Reading blocks, so it is done on the thread pool.
struct FileImage: Sendable {
    /// Files are often replaced by renaming, so the inode counts, and dates are coarse, so the size does.
    struct Stamp: Equatable, Sendable {
        var modifiedSeconds: Int
        var modifiedNanoseconds: Int
        var size: Int
        var inode: UInt64
    }

    /// The largest file that is read, in bytes.
    static let limit = 1 << 20

    let stamp: Stamp
    let bytes: [UInt8]

    init(path: String) throws {
        self = try Self.read(path, unless: nil)!  // nil is only the answer to a stamp that is passed in
    }

    /// `nil` when the file still has the stamp `known`.
    init?(path: String, unless known: Stamp?) throws {
        guard let image = try Self.read(path, unless: known) else { return nil }
        self = image
    }

    private init(stamp: Stamp, bytes: [UInt8]) {
        self.stamp = stamp
        self.bytes = bytes
    }

    private static func read(_ path: String, unless known: Stamp?) throws -> FileImage? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw KeyError.unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw KeyError.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        let stamp = Stamp(status)
        if stamp == known { return nil }
        guard status.st_mode & S_IFMT == S_IFREG, stamp.size <= limit else {
            throw KeyError.unreadable(path: path, reason: "it is no regular file of at most \(limit) bytes")
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: stamp.size) { buffer, count in
            let target = UnsafeMutableRawBufferPointer(buffer)
            while count < target.count {
                let got = readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: target[count...]))
                guard got > 0 else { break }
                count += got
            }
        }
        return FileImage(stamp: stamp, bytes: bytes)
    }

    private static func readSome(_ descriptor: Int32, _ target: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, target.baseAddress, target.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, target.baseAddress, target.count)
        #else
            Darwin.read(descriptor, target.baseAddress, target.count)
        #endif
    }
}

extension FileImage.Stamp {
    fileprivate init(_ status: stat) {
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        self.init(
            modifiedSeconds: Int(modified.tv_sec), modifiedNanoseconds: Int(modified.tv_nsec),
            size: Int(status.st_size), inode: UInt64(status.st_ino))
    }
}
