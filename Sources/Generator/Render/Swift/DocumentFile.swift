/// A document that the server hands out or runs as it is, as one static text.
enum DocumentFile {
    static func render(_ member: String, _ comment: String, _ text: String) -> String {
        var source = SwiftSource()
        source.line()
        source.doc(comment)
        source.line("package let \(member): StaticString = \(SwiftLiteral.raw(text))")
        return source.text
    }
}
