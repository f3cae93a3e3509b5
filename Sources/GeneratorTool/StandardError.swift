#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where findings of `generate` go, so that `swift build` shows them. By descriptor: C's `stderr` is a mutable global.
struct StandardError: TextOutputStream {
    func write(_ text: String) {
        writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}

/// Outside the type, in which `write` would be its own method.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
