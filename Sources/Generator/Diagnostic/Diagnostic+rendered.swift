extension Diagnostic {
    /// The finding as compilers print it, which editors and `swift build` understand, without a newline at the end:
    /// ```
    /// spec/users.yaml:12:7: error: the column `name` is used twice [SPEC304]
    ///       name: {type: string}
    ///       ^~~~
    /// help: rename one of them
    /// spec/users.yaml:9:7: note: its other use is here
    ///       nick: {type: string, column: name}
    ///                                    ^~~~
    /// ```
    package var rendered: String {
        var lines = [head(place, severity.rawValue, message) + " [\(code)]"] + place.excerpt
        if let help { lines.append("help: \(help)") }
        for note in notes { lines += [head(note.place, "note", note.message)] + note.place.excerpt }
        return lines.joined(separator: "\n")
    }

    private func head(_ place: Place, _ kind: String, _ message: String) -> String {
        "\(path):\(place.start.line):\(place.start.column): \(kind): \(message)"
    }
}
