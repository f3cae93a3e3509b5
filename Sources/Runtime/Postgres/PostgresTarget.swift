internal import CLibpq
import Logging

/// Where a connection goes, without the password.
package struct PostgresTarget: Hashable, Sendable {
    package let host: String
    package let port: String
    package let database: String
    package let user: String

    /// `nil` when libpq can't read the address. Its own words for that aren't passed on, since they quote the address.
    package init?(url: String) {
        // Reads the environment (PGHOST …) and the defaults that libpq was built with.
        var values: [String: String] = Self.values(of: PQconndefaults()) ?? [:]
        guard let given = Self.values(of: PQconninfoParse(url, nil)) else { return nil }
        values.merge(given) { _, given in given }
        user = values["user"] ?? ""
        database = values["dbname"] ?? user
        port = values["port"] ?? ""
        host = values["hostaddr"] ?? values["host"] ?? "the local socket"
    }

    private static func values(of options: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String]? {
        guard let options else { return nil }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            let name = String(cString: keyword)
            if name != "password", let value = option.pointee.val { values[name] = String(cString: value) }
            option += 1
        }
        return values
    }

    package var metadata: Logger.Metadata {
        [
            "postgres.host": "\(host)", "postgres.port": "\(port)", "postgres.database": "\(database)",
            "postgres.user": "\(user)",
        ]
    }
}
