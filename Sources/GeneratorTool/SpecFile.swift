import ArgumentParser
import Foundation
import Generator

/// A spec on disk.
struct SpecFile {
    let path: String
    /// The folder to which findings show the path relative.
    var package = FileManager.default.currentDirectoryPath

    func read() throws -> SpecSource {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("There is no readable file at \(path).")
        }
        return SpecSource(path: shownPath, bytes: Array(data))
    }

    private var shownPath: String {
        let prefix = package.hasSuffix("/") ? package : package + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
