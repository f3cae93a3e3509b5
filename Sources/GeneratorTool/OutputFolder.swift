import Generator

/// The folder of the generated files. All of them change, or none does.
struct OutputFolder {
    let path: String

    /// Writes what differs: everything to temporaries first, then renames. A file whose bytes are the same is not
    /// touched, so the compiler has nothing to do for it.
    func replace(with files: [GeneratedFile]) throws {
        for file in files where !(GeneratedFile.names + [GeneratedFile.witness]).contains(file.name) {
            throw FileError(path: file.name, action: "write", reason: "it is not one of the outputs")
        }
        try File.makeFolder(path)
        let changed = files.filter { !holds($0) }
        var temporaries: [String] = []
        do {
            for file in changed {
                temporaries.append(temporary(file))
                try File.write(Array(file.text.utf8), to: temporary(file))
            }
            for file in changed { try File.rename(temporary(file), to: destination(file)) }
        } catch {
            for temporary in temporaries { File.remove(temporary) }
            throw error
        }
    }

    private func holds(_ file: GeneratedFile) -> Bool {
        File.holds(file.text, at: destination(file))
    }

    private func destination(_ file: GeneratedFile) -> String { "\(path)/\(file.name)" }
    private func temporary(_ file: GeneratedFile) -> String { "\(path)/.\(file.name).new" }
}
