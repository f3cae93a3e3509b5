#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A search through bytes that C makes: builds run the generator without optimisation, where a loop of our own takes some
/// nanoseconds a byte, and outputs have megabytes.
enum ByteSearch {
    /// The place of the first `byte` at or after `start`; `nil` when there is none before `count`.
    static func first(_ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int? {
        guard start < count, let found = memchr(bytes + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(found))
    }
}
