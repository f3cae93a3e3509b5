/// What a rule has against a value: an issue that does not know its place yet.
struct Finding: Error, Equatable, Sendable {
    var code: IssueCode
    var message: String
    var limit: Int64?

    init(_ code: IssueCode, _ message: String, limit: Int64? = nil) {
        self.code = code
        self.message = message
        self.limit = limit
    }
}
