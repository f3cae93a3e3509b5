/// Turns the `Authorization` header into a caller.
package protocol Authenticator: Sendable {
    /// The caller when nothing must be waited for: no header at all (the anonymous caller), or a token that was verified
    /// before and has not expired. `nil` means that `caller` must be asked.
    func callerNow(authorization: String?) throws(Problem) -> Caller?

    /// Verifies a token. Throws a 401 problem with `WWW-Authenticate` (RFC 6750 section 3) for one that is not valid.
    func caller(authorization: String) async throws(Problem) -> Caller
}
