import Foundation
import Generator

/// The folder of the outputs. A file is replaced whole, by renaming, and only when its bytes change, so that a build
/// compiles again just what is different.
struct OutputFolder {
    let path: String

    func write(_ files: [GeneratedFile]) throws {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in files where GeneratedFile.names.contains(file.name) {
            let target = folder.appending(path: file.name)
            let bytes = Data(file.text.utf8)
            guard (try? Data(contentsOf: target)) != bytes else { continue }
            try bytes.write(to: target, options: .atomic)
        }
    }
}
