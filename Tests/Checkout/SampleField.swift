/// Fields for the spec of a `SpecFolder`.
package enum SampleField {
    package static let nick = "nick: {type: string, length: ..40, optional: true, read: user, write: self}"
    /// The same column under another name for clients.
    package static let alias =
        "alias: {type: string, length: ..40, optional: true, read: user, write: self, was: [nick], column: nick}"
    package static let score = "score: {type: int, optional: true, read: user, write: self}"
    package static let filled = "score: {type: int, default: 3, read: user, write: self}"
    package static let bio = "bio: {type: text, length: ..500, optional: true, read: user, write: self}"
}
