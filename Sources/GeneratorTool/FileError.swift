/// A file that could not be read or written, and why.
struct FileError: Error, CustomStringConvertible {
    let path: String
    let action: String
    let reason: String

    var description: String { "cannot \(action) \(path): \(reason)" }
}
