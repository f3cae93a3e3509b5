import NIOHTTP1

/// The methods that metrics and logs name. A client may send any word as a method; what is not here is `other`.
enum MethodLabel: Int, CaseIterable, Sendable {
    case get, head, post, put, patch, delete, options, other

    init(_ method: HTTPMethod) {
        switch method {
        case .GET: self = .get
        case .HEAD: self = .head
        case .POST: self = .post
        case .PUT: self = .put
        case .PATCH: self = .patch
        case .DELETE: self = .delete
        case .OPTIONS: self = .options
        default: self = .other
        }
    }

    /// As it stands in a label or a log line.
    var text: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .other: "other"
        }
    }
}

/// The statuses that metrics tell apart; what is not here is `other`.
enum StatusLabel {
    static let codes: [Int] = [
        200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413,
        414,
        415, 416, 417, 422, 423, 428, 429, 431, 500, 501, 502, 503, 504, 505,
    ]
    /// Of the codes and, last, of `other`.
    static let count = codes.count + 1

    /// By code from 0 to 599.
    private static let places: [UInt8] = {
        var places = [UInt8](repeating: UInt8(codes.count), count: 600)
        for (place, code) in codes.enumerated() { places[code] = UInt8(place) }
        return places
    }()

    static func place(of code: UInt) -> Int {
        Int(places[code < 600 ? Int(code) : 0])
    }

    static func text(at place: Int) -> String {
        place < codes.count ? "\(codes[place])" : "other"
    }
}
