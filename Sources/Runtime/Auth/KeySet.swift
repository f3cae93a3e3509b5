/// The keys that tokens are verified with, and which of them a token means.
package struct KeySet: Sendable {
    package let keys: [VerificationKey]
    /// Grows when the keys change, so that tokens remembered under older keys are verified again.
    package let generation: UInt64

    package init(_ keys: [VerificationKey], generation: UInt64 = 0) {
        self.keys = keys
        self.generation = generation
    }

    /// The key named `id`; without a name the only key there is. A single key that has no name itself (a shared secret)
    /// is meant by every token: there is nothing to choose.
    package func key(id: [UInt8]?) -> VerificationKey? {
        if keys.count == 1, let only = keys.first, only.id == nil || id == nil { return only }
        guard let id else { return nil }
        return keys.first { $0.id == id }
    }
}
