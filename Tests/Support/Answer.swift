/// One answer, taken apart by its Content-Length.
package struct Answer: Equatable, Sendable {
    package var status: Int
    /// By lower-case name; of several fields of one name the last.
    package var headers: [String: String]
    package var body: String

    /// All answers in what a connection sent. `heads` lists those by place that have no body though they have a length.
    package static func all(in text: String, heads: Set<Int> = []) -> [Answer] {
        var rest = Array(text.utf8)[...]
        var answers: [Answer] = []
        while let next = first(in: rest, isHead: heads.contains(answers.count), whole: false) {
            rest = rest[next.end...]
            answers.append(next.answer)
        }
        return answers
    }

    /// The first answer in `bytes` and where it ends; `nil` when it has not come yet.
    ///
    /// - Parameter whole: whether a body that has come in part is waited for.
    static func first(in bytes: ArraySlice<UInt8>, isHead: Bool, whole: Bool) -> (answer: Answer, end: Int)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var answer = Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: [:], body: "")
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            answer.headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let length = isHead ? 0 : Int(answer.headers["content-length"] ?? "0") ?? 0
        let body = bytes[end.upperBound...].prefix(length)
        guard !whole || body.count == length else { return nil }
        answer.body = String(decoding: body, as: UTF8.self)
        return (answer, body.endIndex)
    }

    /// The `code` of a problem document.
    package var code: String? {
        guard let start = body.firstRange(of: "\"code\":\"")?.upperBound else { return nil }
        return String(body[start...].prefix { $0 != "\"" })
    }
}
