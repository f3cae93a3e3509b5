import NIOCore

@testable import Runtime

extension CacheKey {
    static func test(_ number: UInt64) -> CacheKey {
        CacheKey(resource: 0, id: RecordID(high: 7, low: number))
    }
}

extension ContractFacts {
    static func test(_ hash: String, _ resources: [String]) -> ContractFacts {
        ContractFacts(
            name: "test", version: "1", hash: hash, subjectClaim: "sub", basePath: "/api", resources: resources)
    }
}

extension RoleSet {
    static let peer = RoleSet(rawValue: 1)
    static let admin = RoleSet(rawValue: 2)
}

extension CachedView {
    static func test(_ version: Int64, size: Int = 20) -> CachedView {
        CachedView(
            version: version, etag: "\"\(version)\"", body: ByteBuffer(repeating: UInt8(ascii: "x"), count: size))
    }
}

extension CacheLookup {
    /// The version of a hit, -1 for a known absence, `nil` for a miss.
    var version: Int64? {
        switch self {
        case .hit(let cached): cached.version
        case .absent: -1
        case .miss: nil
        }
    }
}
