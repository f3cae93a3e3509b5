/// The bounds of one JSON document. What passes one of them is refused, so that the memory and time that a body can cost are
/// known before it is read.
package struct JSONLimits: Sendable {
    /// Bytes of the whole document. 1 MiB by default.
    package var bytes: Int
    /// Objects and arrays inside each other. 32 by default.
    package var depth: Int
    /// Members of one object. 1,000 by default.
    package var members: Int
    /// Issues that a `BodyReader` collects before it only says that there are more. 100 by default.
    package var issues: Int

    package init(bytes: Int = 1 << 20, depth: Int = 32, members: Int = 1_000, issues: Int = 100) {
        precondition(bytes >= 0 && depth >= 0 && members >= 0 && issues > 0, "a limit is not negative")
        self.bytes = bytes
        self.depth = depth
        self.members = members
        self.issues = issues
    }
}
