/// Another place that a finding is about, and what is there: `Related("first used here", at: other.mark)`.
package struct Related: Equatable, Sendable {
    let message: String
    let mark: Mark

    package init(_ message: String, at mark: Mark) {
        self.message = message
        self.mark = mark
    }
}
