/// Addresses as people have them: RFC 5321's `Mailbox` without quoted local parts, address literals, and hosts without a dot.
enum EmailFormat {
    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return isLocalPart(bytes[..<at]) && isDomain(bytes[(at + 1)...])
    }

    /// Dot-string (RFC 5321 section 4.1.2), at most 64 bytes (section 4.5.3.1.1).
    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 64 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(isAtomText)
        }
    }

    /// RFC 5322 section 3.2.3.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
            UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: byte.isAlphanumeric
        }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let labels = HostName.labels(bytes), labels.count >= 2, let last = labels.last else { return false }
        return !last.allSatisfy(\.isDigit)
    }
}

/// Names of hosts (RFC 1123 section 2.1).
enum HostName {
    /// The labels of a host name; `nil` when it is none. International names come in their ASCII form (`xn--`).
    static func labels(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        guard bytes.count <= 253 else { return nil }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy(isLabel) ? labels : nil
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
        return first.isAlphanumeric && last.isAlphanumeric
            && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
}
