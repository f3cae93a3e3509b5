import NIOCore

/// What a body says about a field that holds an object.
package struct JSONPatch: Equatable, Sendable {
    /// Compact JSON text of values that passed their rules.
    package let text: ByteBuffer
    /// Whether it takes the place of the old value; else it is a merge patch (RFC 7396) for it.
    package let isWhole: Bool

    /// - Parameter text: one JSON object, compact.
    package init(text: ByteBuffer, isWhole: Bool = true) {
        self.text = text
        self.isWhole = isWhole
    }
}
