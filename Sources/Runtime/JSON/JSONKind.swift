/// What a JSON value is (RFC 8259 section 3).
package enum JSONKind: Sendable {
    case object
    case array
    case string
    case number
    case bool
    case null
}
