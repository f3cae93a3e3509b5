import NIOHTTP1

/// What the server itself needs of a request's header fields, gathered in one pass.
struct HeadFacts {
    enum TransferCoding { case none, chunked, other }
    enum Expectation { case none, continuation, other }

    var hosts = 0
    var hasSaneHost = true
    var contentLengths = 0
    /// `nil` when there is none or it is no decimal number.
    var contentLength: Int?
    var transferCoding = TransferCoding.none
    var expectation = Expectation.none
    var requestID: String?
    var authorizations = 0
    var authorization: String?
    var asksForUpgrade = false
    /// Of all names and values.
    var bytes = 0

    init(_ headers: HTTPHeaders) {
        for (name, value) in headers {
            let length = name.utf8.count
            bytes += length + value.utf8.count
            switch length {
            case 4 where name.isField("host"): addHost(value)
            case 6 where name.isField("expect"):
                expectation = value.isField("100-continue") ? .continuation : .other
            case 7 where name.isField("upgrade"): asksForUpgrade = true
            case 12 where name.isField("x-request-id"): requestID = value
            case 13 where name.isField("authorization"):
                authorizations += 1
                authorization = value
            case 14 where name.isField("content-length"): addLength(value)
            case 17 where name.isField("transfer-encoding"):
                let isFirst = transferCoding == .none
                transferCoding = isFirst && value.isField("chunked") ? .chunked : .other
            default: break
            }
        }
    }

    private mutating func addHost(_ value: String) {
        hosts += 1
        hasSaneHost = value.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "@")
        }
    }

    private mutating func addLength(_ value: String) {
        contentLengths += 1
        let isNumber = !value.utf8.isEmpty && value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        contentLength = isNumber ? Int(value) ?? .max : nil
    }
}

extension HeadFacts {
    /// What is wrong with the head, if anything (RFC 9112 sections 3.2 and 6; RFC 9110 section 10.1.1). All of these end
    /// the connection: where the message ends is not certain, or its body is not wanted.
    func problem(of head: HTTPRequestHead, in configuration: HTTPServer.Configuration) -> Problem? {
        if head.version.major != 1 { return .versionNotSupported }
        if head.uri.utf8.count > configuration.maxURIBytes { return .uriTooLong(limit: configuration.maxURIBytes) }
        if bytes > configuration.maxHeaderBytes { return .headersTooLarge(limit: configuration.maxHeaderBytes) }
        if hosts > 1 || !hasSaneHost || hosts == 0 && head.version.minor > 0 {
            return .badRequest("There must be exactly one valid Host field.")
        }
        if authorizations > 1 { return .badRequest("There is more than one Authorization field.") }
        return lengthProblem(of: head, limit: configuration.maxBodyBytes) ?? expectationProblem
    }

    private func lengthProblem(of head: HTTPRequestHead, limit: Int) -> Problem? {
        if contentLengths > 0, transferCoding != .none {
            return .badRequest("Content-Length and Transfer-Encoding exclude each other.")
        }
        if contentLengths > 1 || contentLengths == 1 && contentLength == nil {
            return .badRequest("There must be one Content-Length, a decimal number.")
        }
        if transferCoding == .other { return .notImplemented("The only transfer coding is chunked.") }
        if transferCoding == .chunked, head.version.minor == 0 {
            return .badRequest("HTTP/1.0 has no transfer codings.")
        }
        if let contentLength, contentLength > limit { return .payloadTooLarge(limit: limit) }
        return nil
    }

    private var expectationProblem: Problem? {
        expectation == .other ? .expectationFailed : nil
    }
}

extension String {
    /// Whether this is `lowercase`, whatever the case of its ASCII letters.
    fileprivate func isField(_ lowercase: StaticString) -> Bool {
        guard utf8.count == lowercase.utf8CodeUnitCount else { return false }
        var expected = lowercase.utf8Start
        for byte in utf8 {
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            guard (isUpper ? byte | 0x20 : byte) == expected.pointee else { return false }
            expected += 1
        }
        return true
    }
}
