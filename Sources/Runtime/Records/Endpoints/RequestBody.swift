import NIOCore
import NIOHTTP1

/// A body that was read: what it says, and which fields it names.
struct ReadBody<Patch: Sendable>: Sendable {
    var patch: Patch
    var present: FieldMask
    /// The fields that it names by former names.
    var renamed: RenamedPointers
}

extension RecordStore {
    /// Reads a request's body by the rules of the resource.
    ///
    /// Throws 415 for a media type that the method does not take, 400 with the byte offset for what is not JSON, and 422
    /// with everything else that is wrong.
    /// - Parameter isSection: whether the body is the value of one section, whose keys have no former names.
    func body(
        _ request: Request, mode: BodyMode, writable: FieldMask, isSection: Bool = false,
        _ read: (inout BodyReader) throws(JSONError) -> R.Patch
    ) throws(Problem) -> ReadBody<R.Patch> {
        try MediaType.check(request, mode: mode)
        var reader = BodyReader(
            request.body, mode: mode, writable: writable, formerNames: isSection ? [] : R.facts.formerNames)
        let patch: R.Patch
        do {
            patch = try read(&reader)
            try reader.finish()
        } catch {
            throw .invalidJSON(offset: error.offset, reason: error.reason.words)
        }
        let renamed = RenamedPointers(reader.usedFormerNames, of: R.facts.formerNames)
        formerNameUses.count(.body, reader.usedFormerNames, of: R.facts, by: request.headers)
        let issues = reader.issues + self.issues(in: patch)
        guard issues.isEmpty else { throw .validation(issues.map(renamed.asWritten)) }
        return ReadBody(patch: patch, present: reader.present, renamed: renamed)
    }
}

/// The media types of bodies (RFC 9110 section 8.3.1).
enum MediaType {
    private static let json = "application/json"
    private static let mergePatch = "application/merge-patch+json"

    /// Throws 415, with what is taken, for another media type, or none. A PATCH takes `application/json` as a merge patch.
    static func check(_ request: Request, mode: BodyMode) throws(Problem) {
        let fields = request.headers["Content-Type"]
        if fields.count == 1 {
            if names(fields[0], json) { return }
            if mode == .patch, names(fields[0], mergePatch) { return }
        }
        throw mode == .patch
            ? .unsupportedMediaType(accept: "\(mergePatch), \(json)", header: "Accept-Patch")
            : .unsupportedMediaType(accept: json)
    }

    /// Whether the field names the type, with no parameter but a charset of UTF-8, which JSON has anyway.
    private static func names(_ field: String, _ type: String) -> Bool {
        let parts = field.lowercased().split(separator: ";", omittingEmptySubsequences: false).map { part in
            part.filter { $0 != " " && $0 != "\t" }
        }
        guard parts.first == type else { return false }
        return parts.dropFirst().allSatisfy { $0.isEmpty || $0 == "charset=utf-8" || $0 == "charset=\"utf-8\"" }
    }
}
