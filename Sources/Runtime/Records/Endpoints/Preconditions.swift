import NIOHTTP1

/// The conditional fields of a request (RFC 9110 section 13) against the entity tags of records.
enum Preconditions {
    /// 304 when the client has this view already, else the view itself.
    static func answer(_ view: CachedView, _ request: Request) -> Response {
        if let condition = ETagCondition("If-None-Match", in: request.headers), condition.matches(view.etag) {
            return Response(.notModified, etag: view.etag)
        }
        return Response(.ok, contentType: .json, body: view.body, etag: view.etag)
    }
}

extension RecordStore {
    /// The row version that a write must find, from `If-Match`; `nil` when the client did not say.
    ///
    /// Any tag of ours that tells the record's present version will do, whatever view it was made for. Throws 412 for tags
    /// that cannot be the record's, and 428 when the resource asks for a tag and there is none.
    func expectedVersion(_ request: Request, _ id: RecordID) async throws -> Int64? {
        guard let condition = ETagCondition("If-Match", in: request.headers) else {
            if R.facts.requiresMatch { throw Problem.preconditionRequired }
            return nil
        }
        switch condition {
        case .any: return nil
        case .malformed: throw Problem.stale
        case .tags(let given):
            let versions = given.compactMap { tags.version(of: $0) }
            guard let first = versions.first else { throw Problem.stale }
            guard versions.count > 1 else { return first }
            // Several tags: whichever the record has now is the one that the write must find.
            guard let row = try await row(id, deadline: request.deadline) else { throw Problem.notFound }
            let current = Self.version(of: row)
            guard versions.contains(current) else { throw Problem.stale }
            return current
        }
    }
}
