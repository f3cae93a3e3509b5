internal import CLibpq

/// Owns one answer of libpq and clears it once.
///
/// Unchecked, since a `PGresult` is read only once libpq has handed it out, "and so can be passed around freely between
/// threads" (Postgres manual, 34.20); nothing here changes it but `deinit`.
final class ResultHandle: @unchecked Sendable {
    enum Kind {
        /// Rows, or a command that has none.
        case complete
        case failure
        /// Not run, since something before it in the same round failed.
        case aborted
        /// The end of a round of the pipeline.
        case sync
        /// COPY and what else we never ask for.
        case unexpected
    }

    private let raw: OpaquePointer

    init(owning raw: OpaquePointer) {
        self.raw = raw
    }

    deinit {
        PQclear(raw)
    }

    var kind: Kind {
        switch PQresultStatus(raw) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .complete
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: .failure
        case PGRES_PIPELINE_ABORTED: .aborted
        case PGRES_PIPELINE_SYNC: .sync
        default: .unexpected
        }
    }

    var rowCount: Int { Int(PQntuples(raw)) }
    var columnCount: Int { Int(PQnfields(raw)) }

    /// The rows that a command touched, or that a query gave.
    var affected: Int {
        guard let text = PQcmdTuples(raw) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    func isNull(row: Int, column: Int) -> Bool {
        PQgetisnull(raw, Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: column)) != 0
    }

    /// The bytes of one value; `nil` for NULL and outside the result. They live as long as this object: use them inside
    /// `withExtendedLifetime` only.
    func value(row: Int, column: Int) -> UnsafeRawBufferPointer? {
        let row = Int32(truncatingIfNeeded: row)
        let column = Int32(truncatingIfNeeded: column)
        guard PQgetisnull(raw, row, column) == 0, let start = PQgetvalue(raw, row, column) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(raw, row, column)))
    }

    /// What the server says of a failure. Its message is for operators, since it may hold values.
    var failure: (error: PostgresError, sqlstate: String, message: String) {
        let sqlstate = field(Field.sqlstate) ?? ""
        let error = PostgresError.server(
            sqlstate: sqlstate, constraint: field(Field.constraint), table: field(Field.table),
            column: field(Field.column))
        return (error, sqlstate, field(Field.message) ?? "")
    }

    /// What the server advises. For operators too.
    var failureHint: String? { field(Field.hint) }
    var failurePosition: Int? { field(Field.position).flatMap { Int($0) } }

    /// All values of an answer in text format.
    var texts: [[String?]] {
        withExtendedLifetime(self) {
            (0..<rowCount).map { row in
                (0..<columnCount).map { column in
                    value(row: row, column: column).map { String(decoding: $0, as: UTF8.self) }
                }
            }
        }
    }

    /// The codes of error fields (postgres_ext.h), which are character literals that Swift doesn't import.
    private enum Field {
        static let sqlstate: Unicode.Scalar = "C"
        static let message: Unicode.Scalar = "M"
        static let hint: Unicode.Scalar = "H"
        static let position: Unicode.Scalar = "P"
        static let table: Unicode.Scalar = "t"
        static let column: Unicode.Scalar = "c"
        static let constraint: Unicode.Scalar = "n"
    }

    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(raw, Int32(code.value)).map { String(cString: $0) }
    }
}
