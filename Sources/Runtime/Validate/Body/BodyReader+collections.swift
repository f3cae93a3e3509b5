import NIOCore

/// Lists, sets and maps inside of one column.
extension BodyReader {
    mutating func copyList(
        of element: JSONShape, _ counts: ClosedRange<Int>, isSet: Bool, to writer: inout JSONWriter
    ) throws(JSONError) {
        guard try reader.peek() == .array else {
            try refuseKind(.array)
            return writer.null()
        }
        try reader.beginArray()
        writer.beginArray()
        var count = 0
        var seen: Set<ByteBuffer> = []
        while try reader.nextElement() {
            if count < counts.upperBound {
                pointer.tokens.append(.index(count))
                // A merge patch replaces arrays, so their elements are whole.
                if let item = try json(element, isWhole: true) {
                    if isSet, !seen.insert(item).inserted {
                        report(Finding(.duplicateItem, "stands in the set already"))
                    }
                    writer.raw(item)
                }
                pointer.tokens.removeLast()
            } else {
                try reader.skipValue()
            }
            count += 1
        }
        writer.endArray()
        reportCount(count, counts)
    }

    /// An object whose keys the spec does not name. In a merge patch `null` takes a key away.
    mutating func copyEntries(
        _ keys: JSONShape.KeyRule, _ value: JSONShape, _ counts: ClosedRange<Int>, isWhole: Bool,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        guard try beginObject() else { return writer.null() }
        writer.beginObject()
        var count = 0
        while let name = try nextName() {
            count += 1
            guard count <= counts.upperBound else {
                try reader.skipValue()
                continue
            }
            guard !reader.containsNUL, keys.admits(name) else {
                report(Finding(.unknownField, "is not a key that is admitted here"))
                try reader.skipValue()
                continue
            }
            if !isWhole, try reader.peek() == .null {
                try reader.null()
                writer.key(escaping: name)
                writer.null()
            } else if let text = try json(value, isWhole: true) {
                writer.key(escaping: name)
                writer.raw(text)
            }
        }
        writer.endObject()
        // How many there are after a merge is for Postgres to say.
        reportCount(count, (isWhole ? counts.lowerBound : 0)...counts.upperBound)
    }

    private mutating func reportCount(_ count: Int, _ counts: ClosedRange<Int>) {
        if count < counts.lowerBound {
            report(
                Finding(
                    .tooFewItems, "must have at least \(counts.lowerBound) items", limit: Int64(counts.lowerBound)))
        } else if count > counts.upperBound {
            report(
                Finding(.tooManyItems, "must have at most \(counts.upperBound) items", limit: Int64(counts.upperBound)))
        }
    }
}
