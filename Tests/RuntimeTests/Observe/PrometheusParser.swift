/// Reads the text format 0.0.4 by the letter of its description, and refuses what a scraper would.
struct PrometheusParser {
    struct Series: Equatable, CustomStringConvertible {
        var name: String
        var labels: [String: String]
        var value: Double
        var description: String { "\(name)\(labels) \(value)" }
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var help: [String: String] = [:]
    private(set) var types: [String: String] = [:]
    private(set) var series: [Series] = []
    /// Names of families in the order in which they came.
    private(set) var order: [String] = []

    init(_ text: String) throws {
        guard text.isEmpty || text.last == "\n" else { throw Refusal(description: "the last line has no end") }
        // Split at the newline byte only: a `Character` may be more than one scalar.
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) { try read(Array(String(line)!.unicodeScalars)) }
        try checkHistograms()
    }

    subscript(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        series.first { $0.name == name && $0.labels == labels }?.value
    }

    private mutating func read(_ line: [Unicode.Scalar]) throws {
        let text = String(String.UnicodeScalarView(line))
        if line.first == "#" {
            let words = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            switch words[1] {
            case "HELP": help[words[2]] = try unescape(Array(words[3].unicodeScalars), quotes: false)
            case "TYPE":
                guard types[words[2]] == nil, series.allSatisfy({ $0.name != words[2] }) else {
                    throw Refusal(description: "a second TYPE of \(words[2]), or one after its series")
                }
                types[words[2]] = words[3]
                order.append(words[2])
            default: throw Refusal(description: text)
            }
            return
        }
        var rest = line[...]
        let name = take(&rest) { $0.properties.isAlphabetic || $0 == "_" || $0 == ":" || ("0"..."9").contains($0) }
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest.removeFirst()
            while rest.first != "}" {
                let (label, value) = try self.label(&rest)
                guard labels.updateValue(value, forKey: label) == nil else {
                    throw Refusal(description: "label \(label) twice")
                }
                if rest.first == "," { rest.removeFirst() }
            }
            rest.removeFirst()
        }
        guard rest.popFirst() == " " else { throw Refusal(description: "no space before the value: \(text)") }
        let number = String(String.UnicodeScalarView(rest))
        guard let value = number == "+Inf" ? .infinity : number == "-Inf" ? -.infinity : Double(number) else {
            throw Refusal(description: "no number: \(text)")
        }
        guard self[name, labels] == nil else { throw Refusal(description: "twice the same series: \(text)") }
        let family =
            ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) && types[name] == nil }
            .map { String(name.dropLast($0.count)) } ?? name
        guard types[family] != nil, order.last == family else {
            throw Refusal(description: "not with its family: \(text)")
        }
        series.append(Series(name: name, labels: labels, value: value))
    }

    private func label(_ rest: inout ArraySlice<Unicode.Scalar>) throws -> (String, String) {
        let name = take(&rest) { $0 != "=" }
        guard rest.popFirst() == "=", rest.popFirst() == "\"" else { throw Refusal(description: "label \(name)") }
        var raw: [Unicode.Scalar] = []
        while let scalar = rest.popFirst(), scalar != "\"" {
            raw.append(scalar)
            if scalar == "\\" {
                guard let next = rest.popFirst() else { throw Refusal(description: "a lone backslash") }
                raw.append(next)
            }
        }
        return (name, try unescape(raw, quotes: true))
    }

    private func unescape(_ raw: [Unicode.Scalar], quotes: Bool) throws -> String {
        var out = String.UnicodeScalarView()
        var scalars = raw.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                out.append(scalar)
                continue
            }
            switch scalars.next() {
            case "\\": out.append("\\")
            case "n": out.append("\n")
            case "\"" where quotes: out.append("\"")
            case let other: throw Refusal(description: "escape \(String(describing: other))")
            }
        }
        return String(out)
    }

    private func take(_ rest: inout ArraySlice<Unicode.Scalar>, while belongs: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: belongs)
        rest = rest.dropFirst(taken.count)
        return String(String.UnicodeScalarView(taken))
    }

    /// Buckets never fall, end with +Inf, and that one is the count.
    private func checkHistograms() throws {
        for (name, type) in types where type == "histogram" {
            for count in series where count.name == name + "_count" {
                let buckets = series.filter { bucket in
                    var labels = bucket.labels
                    labels["le"] = nil
                    return bucket.name == name + "_bucket" && labels == count.labels
                }
                let bounds = buckets.compactMap {
                    $0.labels["le"].map { $0 == "+Inf" ? .infinity : Double($0) ?? .nan }
                }
                guard bounds == bounds.sorted(), bounds.last == .infinity, buckets.last?.value == count.value,
                    buckets.map(\.value) == buckets.map(\.value).sorted(), self[name + "_sum", count.labels] != nil
                else { throw Refusal(description: "the histogram \(count) is not one") }
            }
        }
    }
}
