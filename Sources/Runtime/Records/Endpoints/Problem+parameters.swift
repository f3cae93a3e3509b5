import NIOHTTP1

/// Problems of query parameters. None repeats what was sent: it may be personal.
extension Problem {
    /// 400: the parameter is known and its value cannot be taken.
    static func invalidParameter(_ name: String, _ message: String) -> Problem {
        Problem(
            .badRequest, code: "invalid_parameter", title: "A query parameter cannot be taken.",
            issues: [Issue(pointer: name, code: "invalid_parameter", message: message)])
    }

    /// 400: a parameter that the route does not have, which is never ignored: it may have been meant to narrow.
    static func unknownParameter(known: [String]) -> Problem {
        Problem(
            .badRequest, code: "unknown_parameter", title: "There is no such query parameter here.",
            detail: known.isEmpty ? "This route takes none." : "This route takes \(known.joined(separator: ", ")).")
    }

    /// 403: a field that the caller's view never has can neither be asked for nor be sorted by.
    static func notReadable(_ field: StaticString) -> Problem {
        let issue = Issue(
            pointer: field.description, code: "not_readable", message: "\(field) may not be seen by this caller")
        return .forbidden(issues: [issue])
    }
}
