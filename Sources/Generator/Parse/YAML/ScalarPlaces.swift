/// Where in the file each character of a scalar's value is written.
///
/// Exact in plain and quoted scalars, over several lines and with escapes too, in literal blocks (`|`), and in folded
/// blocks (`>`) without lines that are indented further. Elsewhere the place is the start of the scalar: what is decoded
/// here is compared with what libyaml read, and counts only when it is the same.
struct ScalarPlaces {
    private let places: [Mark]
    private let start: Mark

    init(_ text: Located<String>, in source: SpecSource) {
        start = text.span.start
        let raw = source.scalars(in: text.span)
        var decoder = ScalarDecoder(raw)
        let value = Array(text.value.unicodeScalars)
        let decoded = decoder.decoded()
        let isSame = decoded.count >= value.count && zip(decoded, value).allSatisfy { $0.scalar == $1 }
        // The place behind the last character is that of what ends the scalar.
        places = isSame ? decoded.prefix(value.count).map(\.mark) + [decoder.end(after: value.count, of: decoded)] : []
    }

    /// - Parameter offset: of a character of the value, in Unicode scalars; its end counts as one.
    func mark(of offset: Int) -> Mark {
        places.indices.contains(offset) ? places[offset] : places.last ?? start
    }
}

extension Findings {
    /// Where a character of a text of the spec is written.
    /// - Parameter offset: in Unicode scalars from the start of the text.
    func mark(of offset: Int, in text: Located<String>) -> Mark {
        ScalarPlaces(text, in: source).mark(of: offset)
    }

    /// Where a part of a text of the spec is written; its first character where it goes over the end of a line.
    func span(of range: Range<Int>, in text: Located<String>) -> Span {
        let places = ScalarPlaces(text, in: source)
        let start = places.mark(of: range.lowerBound)
        let last = places.mark(of: max(range.lowerBound, range.upperBound - 1))
        let end = last.line == start.line ? last : start
        return Span(start, Mark(line: end.line, column: end.column + 1, offset: end.offset + 1))
    }
}

extension SpecSource {
    /// The text of a span, scalar by scalar, with their places.
    func scalars(in span: Span) -> [(scalar: Unicode.Scalar, mark: Mark)] {
        var mark = span.start
        var found: [(scalar: Unicode.Scalar, mark: Mark)] = []
        for scalar in text(of: span).unicodeScalars where mark.offset < span.end.offset {
            found.append((scalar, mark))
            mark =
                scalar == "\n"
                ? Mark(line: mark.line + 1, column: 1, offset: mark.offset + 1)
                : Mark(line: mark.line, column: mark.column + 1, offset: mark.offset + 1)
        }
        return found
    }
}
