/// One answer, taken apart by its Content-Length.
struct Answer: Equatable {
    var status: Int
    var headers: [String: String]
    var body: String

    /// All answers in what a connection sent. `heads` lists those by place that have no body though they have a length.
    static func all(in text: String, heads: Set<Int> = []) -> [Answer] {
        var rest = Array(text.utf8)[...]
        var answers: [Answer] = []
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
            var answer = Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: [:], body: "")
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                answer.headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
            }
            let length = heads.contains(answers.count) ? 0 : Int(answer.headers["content-length"] ?? "0") ?? 0
            let body = rest[end.upperBound...].prefix(length)
            answer.body = String(decoding: body, as: UTF8.self)
            rest = rest[body.endIndex...]
            answers.append(answer)
        }
        return answers
    }

    /// The `code` of a problem document.
    var code: String? {
        guard let start = body.firstRange(of: "\"code\":\"")?.upperBound else { return nil }
        return String(body[start...].prefix { $0 != "\"" })
    }
}
