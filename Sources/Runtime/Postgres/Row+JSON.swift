/// From a column to JSON without a value of ours in between. A NULL is written as `null`.
extension JSONWriter {
    /// A `text`, `varchar` or enum column.
    package mutating func text(_ row: Row, _ column: Int) {
        if row.withBytes(column, { string(utf8: $0) }) == nil { null() }
    }

    /// An `int2`, `int4` or `int8` column.
    package mutating func integer(_ row: Row, _ column: Int) {
        if let value = row.int64(column) { int(value) } else { null() }
    }

    /// A `numeric` column that the statement casts to text.
    package mutating func decimal(_ row: Row, _ column: Int) {
        if row.withBytes(column, { number(text: $0) }) == nil { null() }
    }

    package mutating func bool(_ row: Row, _ column: Int) {
        if let value = row.bool(column) { bool(value) } else { null() }
    }

    package mutating func uuid(_ row: Row, _ column: Int) {
        if let value = row.uuid(column) { uuid(value) } else { null() }
    }

    /// A `timestamptz` column, as RFC 3339 in UTC.
    package mutating func timestamp(_ row: Row, _ column: Int) {
        if let value = row.timestamp(column) { timestamp(value) } else { null() }
    }

    /// A `time` column, as RFC 3339's partial-time.
    package mutating func time(_ row: Row, _ column: Int) {
        if let value = row.time(column) { time(value) } else { null() }
    }

    /// An `interval` column, as ISO 8601 text.
    package mutating func duration(_ row: Row, _ column: Int) {
        if let value = row.duration(column) { duration(value) } else { null() }
    }

    package mutating func date(_ row: Row, _ column: Int) {
        if let value = row.date(column) { date(value) } else { null() }
    }

    /// A `jsonb` column: a whole value.
    package mutating func json(_ row: Row, _ column: Int) {
        if row.jsonb(column, { raw($0) }) == nil { null() }
    }
}
