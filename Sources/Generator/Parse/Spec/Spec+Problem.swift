extension Spec {
    /// One of `problems:`, what a function that a person writes may refuse a request with.
    package struct Problem: Equatable, Sendable {
        package var code: Located<String>
        package var status: Located<Int>
        package var title: Located<String>
    }
}

extension Spec.Problem {
    /// The statuses that say something about a request which was understood and may be made (RFC 9110 section 15.5, RFC 4918
    /// section 11, RFC 6585 section 4, RFC 7725 section 3). The others have header fields or a meaning that the server keeps to
    /// itself: 401 asks for a token, 405 lists methods, 412 is about `If-Match`.
    package static let allowed = [402, 403, 404, 409, 410, 422, 423, 429, 451]

    /// From the first to the last that is allowed.
    static let statuses = allowed[0]...allowed[allowed.count - 1]
    static let statusWords =
        allowed.dropLast().map(String.init).joined(separator: ", ") + " or \(allowed[allowed.count - 1])"
}
