/// Absolute http and https URLs (RFC 3986), in ASCII, without user information.
enum URLFormat {
    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 2_048, let rest = afterScheme(bytes) else { return false }
        let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        return isAuthority(rest[..<end]) && isPathAndMore(rest[end...])
    }

    private static func afterScheme(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        for scheme in ["https://", "http://"] {
            let head = bytes.prefix(scheme.utf8.count)
            if head.elementsEqual(scheme.utf8, by: { $0 == $1 || ($0.isLetter && $0 | 0x20 == $1) }) {
                return bytes[scheme.utf8.count...]
            }
        }
        return nil
    }

    private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            return IPv6Address.accepts(bytes[(bytes.startIndex + 1)..<end]) && isPort(bytes[(end + 1)...])
        }
        let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        var host = bytes[..<end]
        // A trailing dot is a fully qualified name.
        if host.last == UInt8(ascii: ".") { host.removeLast() }
        guard let labels = HostName.labels(host), let last = labels.last else { return false }
        // What ends in a number is an address of four numbers, or nothing (WHATWG URL, "ends in a number").
        return (!last.allSatisfy(\.isDigit) || isIPv4(labels)) && isPort(bytes[end...])
    }

    static func isIPv4(_ labels: [ArraySlice<UInt8>]) -> Bool {
        labels.count == 4
            && labels.allSatisfy { label in
                label.count <= 3 && label.allSatisfy(\.isDigit)
                    && (label.count == 1 || label.first != UInt8(ascii: "0"))
                    && label.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) } <= 255
            }
    }

    /// Nothing, or a colon and a port.
    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        let digits = bytes.dropFirst()
        return first == UInt8(ascii: ":") && (1...5).contains(digits.count) && digits.allSatisfy(\.isDigit)
            && digits.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) } <= 65_535
    }

    private static func isPathAndMore(_ bytes: ArraySlice<UInt8>) -> Bool {
        var fragments = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%") {
                guard bytes.endIndex - index > 2, bytes[(index + 1)...(index + 2)].allSatisfy(IPv6Address.isHexadecimal)
                else { return false }
            }
            if bytes[index] == UInt8(ascii: "#") { fragments += 1 }
            guard isURLByte(bytes[index]) else { return false }
            index += 1
        }
        return fragments <= 1
    }

    private static func isURLByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-._~%!$&'()*+,;=:@/?#".utf8.contains(byte)
    }
}

/// RFC 4291 section 2.2.
enum IPv6Address {
    static func accepts(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 45, let (groups, gaps) = groups(bytes) else { return false }
        return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
    }

    /// How many groups of 16 bits are written out, and how many `::` stand for more.
    private static func groups(_ bytes: ArraySlice<UInt8>) -> (groups: Int, gaps: Int)? {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        var groups = 0
        var gaps = 0
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part.isEmpty {
                // An empty part at an end belongs to a "::" there, and is no gap of its own.
                if index == 0 {
                    guard parts[1].isEmpty else { return nil }
                } else if isLast {
                    guard parts[index - 1].isEmpty else { return nil }
                } else {
                    gaps += 1
                }
            } else if isLast, part.contains(UInt8(ascii: ".")) {
                guard URLFormat.isIPv4(part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false))
                else { return nil }
                groups += 2
            } else {
                guard part.count <= 4, part.allSatisfy(isHexadecimal) else { return nil }
                groups += 1
            }
        }
        return (groups, gaps)
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
