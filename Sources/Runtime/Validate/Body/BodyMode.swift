/// What a body is for, which decides what may be absent (API rules: PUT never wipes what was not sent).
package enum BodyMode: Sendable {
    /// Required fields must be there; JSON values are whole.
    case create
    /// Required fields must be there, optional ones that are absent stay; JSON values replace the old ones whole.
    case put
    /// A merge patch (RFC 7396): what is absent stays, `null` clears, JSON objects are merged.
    case patch
}
