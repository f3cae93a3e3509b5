import Generator

/// A spec as `diff` names it: a file, `REVISION:PATH`, or a revision alone.
struct SpecVersion {
    let name: String
    /// The file that a revision alone means.
    let file: String

    func source() throws(ToolFailure) -> SpecSource {
        if name == "-" || File.isFile(name) { return try SpecFile(path: name, package: nil).source() }
        // A path would be taken from the top of the repository; `./` is from here.
        let object = name.contains(":") ? name : "\(name):./\(file)"
        do throws(Git.Failure) {
            return SpecSource(
                path: name.contains(":") ? name : "\(name):\(file)",
                bytes: try Git.show(object, atMost: File.specLimit))
        } catch {
            throw ToolFailure(error, .noInput)
        }
    }
}
