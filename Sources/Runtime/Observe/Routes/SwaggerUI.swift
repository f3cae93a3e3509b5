import NIOCore

/// The files of Swagger UI, read once from a folder. They are not ours and come from elsewhere: `scripts/swagger-ui`.
package struct SwaggerUI: Sendable {
    /// A folder that lacks one of the files.
    package struct Incomplete: Error, CustomStringConvertible {
        package let path: String

        package var description: String {
            "ROSTER_SWAGGER_UI: \(path) cannot be read. Run scripts/swagger-ui, or leave the setting out: /docs is then a plain page."
        }
    }

    static let names: [(name: String, type: Response.ContentType)] = [
        ("swagger-ui.css", .css), ("swagger-ui-bundle.js", .script), ("favicon-32x32.png", .png),
    ]

    let files: [(name: String, type: Response.ContentType, bytes: ByteBuffer)]

    /// - Parameter read: gives a file's bytes by its path; `nil` when it cannot be read.
    package init(folder: String, read: (String) -> [UInt8]?) throws {
        files = try Self.names.map { name, type in
            guard let bytes = read("\(folder)/\(name)") else { throw Incomplete(path: "\(folder)/\(name)") }
            return (name, type, ByteBuffer(bytes: bytes))
        }
    }
}
