extension Issue {
    /// Tells the issue at another place when it is at `place` or below: one at `/a/b` at `/c/b` when `/a` moves to `/c`. By
    /// whole tokens (RFC 6901 section 3): `/ab` is not below `/a`.
    /// - Parameter place: a JSON pointer; the empty one is that of the whole document.
    mutating func move(from place: String, to other: String) {
        guard pointer.utf8.starts(with: place.utf8) else { return }
        let rest = pointer.utf8.dropFirst(place.utf8.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: "/") else { return }
        pointer = other + String(Substring(rest))
    }
}
