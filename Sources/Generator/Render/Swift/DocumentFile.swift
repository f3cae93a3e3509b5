/// A document that the server hands out or runs as it is, as one static text.
enum DocumentFile {
    static func render(_ member: String, _ comment: String, _ text: String) -> String {
        render([(member, comment, text)])
    }

    static func render(_ documents: [(member: String, comment: String, text: String)]) -> String {
        var source = SwiftSource()
        for document in documents {
            source.line()
            source.doc(document.comment)
            source.line("package let \(document.member): StaticString = \(SwiftLiteral.raw(document.text))")
        }
        return source.text
    }
}
