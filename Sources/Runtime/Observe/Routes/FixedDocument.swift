import NIOCore
import NIOHTTP1

/// A document that was made once, with a strong entity tag; `If-None-Match` gives 304 (RFC 9110 section 13.1.2).
struct FixedDocument: Endpoint {
    private let whole: Response
    private let notModified: Response
    let etag: String

    /// - Parameters:
    ///   - contractHash: its first digits begin the tag. A digest of the bytes follows, since the same contract may be
    ///     described in other bytes by another build, and a strong tag must tell them apart (section 8.8.1).
    ///   - headers: of both answers.
    init(
        _ document: ByteBuffer, contractHash: String, as type: Response.ContentType = .json,
        headers: [(name: String, value: String)] = []
    ) {
        let digest = document.readableBytesView.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3  // FNV-1a
        }
        etag = "\"\(contractHash.prefix(16))-\(String(digest, radix: 16))\""
        whole = Response(.ok, contentType: type, body: document, etag: etag, headers: headers)
        notModified = Response(.notModified, etag: etag, headers: headers)
    }

    func answerNow(_ request: Request) throws(Problem) -> Response? {
        let condition = ETagCondition("If-None-Match", in: request.headers)
        return condition?.matches(etag) == true ? notModified : whole
    }

    func answer(_ request: Request) async throws -> Response { whole }
}
