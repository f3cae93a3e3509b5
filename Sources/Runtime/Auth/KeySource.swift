/// Where keys come from. This is the seam for a JWK set behind a URL: the project has no HTTP client yet, so there are
/// two sources, fixed keys and a file (which a side-car or a timer may download).
package protocol KeySource: Sendable {
    /// The keys as last read, without waiting.
    var keys: KeySet { get }

    /// Whether it is time to look for newer keys. Asked for every request, so it must be cheap.
    ///
    /// - Parameter now: the date in seconds.
    func isDue(at now: Double) -> Bool

    /// The newest keys, looked for when it is time to. A source that cannot be read keeps the keys it had.
    ///
    /// - Parameter missing: whether a token named a key that is not in `keys`.
    func newest(at now: Double, missing: Bool) async -> KeySet
}

/// Keys that never change: a shared secret.
package struct FixedKeys: KeySource {
    package let keys: KeySet

    package init(_ keys: [VerificationKey]) {
        self.keys = KeySet(keys)
    }

    package func isDue(at now: Double) -> Bool { false }
    package func newest(at now: Double, missing: Bool) async -> KeySet { keys }
}
