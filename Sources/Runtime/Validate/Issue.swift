/// One thing that is wrong with a body or a query, for the `errors` of a problem document (RFC 9457 section 3).
///
/// Never carries the refused value: messages end in logs and on other people's screens.
package struct Issue: Equatable, Sendable {
    /// Where: a JSON pointer (RFC 6901) into the body, such as `/privacy_settings/visibility`, or the name of a
    /// query parameter without a slash.
    package var pointer: String
    /// A stable word for programs: `missing_field`, `unknown_field`, `not_writable`, `wrong_type`, `too_short`, …
    package var code: String
    /// A sentence for people.
    package var message: String
    /// The bound that was passed, for codes that have one (`too_long` → 100).
    package var limit: Int64?

    package init(pointer: String, code: String, message: String, limit: Int64? = nil) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.limit = limit
    }
}
