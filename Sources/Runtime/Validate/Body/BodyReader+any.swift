extension BodyReader {
    /// Postgres writes numbers of `jsonb` out in full, so an exponent could make a few bytes many. This holds all that a Double can be.
    private static let longestNumber = 400

    /// Copies any JSON value without recursion, with white space and needless escapes left out.
    mutating func copyAny(to writer: inout JSONWriter) throws(JSONError) {
        let outside = reader.frames.count
        var foundNUL = false
        try copyToken(to: &writer, &foundNUL)
        while reader.frames.count > outside {
            if reader.frames[reader.frames.count - 1].isObject {
                guard let name = try reader.nextName() else {
                    writer.endObject()
                    continue
                }
                foundNUL = foundNUL || reader.containsNUL
                writer.key(escaping: name)
            } else {
                guard try reader.nextElement() else {
                    writer.endArray()
                    continue
                }
            }
            try copyToken(to: &writer, &foundNUL)
        }
        if foundNUL { report(.nul) }
    }

    private mutating func copyToken(to writer: inout JSONWriter, _ foundNUL: inout Bool) throws(JSONError) {
        switch try reader.peek() {
        case .object:
            try reader.beginObject()
            writer.beginObject()
        case .array:
            try reader.beginArray()
            writer.beginArray()
        case .string:
            writer.string(try reader.string())
            foundNUL = foundNUL || reader.containsNUL
        case .bool: writer.bool(try reader.bool())
        case .null:
            try reader.null()
            writer.null()
        case .number: try copyNumber(to: &writer)
        }
    }

    private mutating func copyNumber(to writer: inout JSONWriter) throws(JSONError) {
        let text = try reader.numberText()
        guard let number = JSONNumber(text: text), number.plainDigits <= Self.longestNumber else {
            report(
                Finding(
                    .tooLarge, "has a number of more than \(Self.longestNumber) digits",
                    limit: Int64(Self.longestNumber)))
            return writer.null()
        }
        // Spelled as it came: jsonb keeps the zeros at the end of a fraction.
        var spelling = text
        spelling.withUTF8 { writer.raw(UnsafeRawBufferPointer($0)) }
    }
}
