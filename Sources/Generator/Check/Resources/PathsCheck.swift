/// Paths are fixed segments; that of a resource which belongs to another goes on where the other's records are.
struct PathsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            if let parent = resource.onePer.flatMap({ name in spec.resources.first { $0.name.value == name.value } }) {
                nested(resource, below: parent, findings)
            } else if resource.onePer == nil {
                top(resource, findings)
            }
        }
    }

    private func top(_ resource: Spec.Resource, _ findings: Findings) {
        let path = resource.path
        guard Self.isPath(path.value) else {
            return findings.error(
                .malformedValue, at: path.mark, "`\(Words.shown(path.value))` is not the path of a resource",
                help: "write `path: /users`: `/{id}` is added for single records")
        }
        // `/users/me/…` is where the caller's own records are.
        if path.value.split(separator: "/").contains("me") {
            findings.error(
                .reservedWord, at: path.mark, "`me` stands for the caller in paths", help: "use another segment")
        }
    }

    private func nested(_ resource: Spec.Resource, below parent: Spec.Resource, _ findings: Findings) {
        guard Self.isPath(parent.path.value) else { return }
        let head = parent.path.value + "/{id}"
        let path = resource.path.value
        let rest = path.hasPrefix(head) ? String(path.dropFirst(head.count)) : ""
        guard Self.isPath(rest), rest.utf8.filter({ $0 == UInt8(ascii: "/") }).count == 1 else {
            return findings.error(
                .malformedValue, at: resource.path.mark,
                "a resource that is `one_per: \(parent.name.value)` has its path below that one's",
                help: "write `path: \(Words.shown(head))/\(resource.name.value)`",
                notes: [Related("the path of `\(parent.name.value)` is here", at: parent.path.mark)])
        }
    }

    /// `/users`, `/a/b-c`: segments of unreserved characters (RFC 3986 section 2.3), none empty, `.` or `..`.
    static func isPath(_ path: String) -> Bool {
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= 200 else { return false }
        let segments = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return segments.allSatisfy { segment in
            !segment.isEmpty && !segment.elementsEqual(".".utf8) && !segment.elementsEqual("..".utf8)
                && segment.allSatisfy(isUnreserved)
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
