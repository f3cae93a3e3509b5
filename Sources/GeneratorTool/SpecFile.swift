import Generator

/// A spec as the command line names it.
struct SpecFile {
    /// A path, or `-` for the standard input.
    let path: String
    /// The folder of the package, from which findings show the path; the working folder when it is `nil`.
    let package: String?

    func source() throws(ToolFailure) -> SpecSource {
        do throws(FileError) {
            guard path != "-" else {
                return SpecSource(path: "<stdin>", bytes: try File.readStandardInput(atMost: File.specLimit))
            }
            return SpecSource(path: shownPath, bytes: try File.read(path, atMost: File.specLimit))
        } catch {
            throw ToolFailure(error, .noInput)
        }
    }

    private var shownPath: String {
        let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        guard let folder = package ?? File.workingFolder else { return plain }
        return File.path(plain, from: folder)
    }
}
