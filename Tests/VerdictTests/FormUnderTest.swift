import Everything
import Foundation
import NIOCore
import TestSupport

@testable import Generator
@testable import Runtime

/// A body of the API of which one field at a time gets a value that may be wrong.
struct FormUnderTest: Sendable {
    struct Field: Sendable {
        let name: String
        let type: Contract.FieldType
        var isRequired = false
        /// Whether null is taken.
        var isNullable = true
        /// Its member of `stored`.
        var storedName: String
        /// Whether not all who may use the form may set it.
        var isForFew = false
        /// The words with which a record may begin; empty where each will do.
        var initial: [String] = []
        /// The column that a value as it came is put into, too: `hr.persons` and `nickname`.
        var column: (table: String, name: String)?
    }

    /// A kind of row.
    struct Record: Sendable {
        let table: String
        let key: String
        /// The column that the form is about; `nil` for all.
        var section: String?
        /// Makes rows: `$1` is an array of their keys as text.
        let base: String
        let select: Statement
    }

    let name: String
    let mode: BodyMode
    let fields: [Field]
    /// Where the body's schema is in the OpenAPI document: a JSON pointer.
    let schema: String
    /// The row that the form writes; `nil` for a form that writes none.
    var record: Record?
    /// Reads a body for the record with the key as the server does.
    let read: @Sendable (ByteBuffer, RecordID) -> ReaderVerdict
    /// What is answered with a row that the form has written, about the field that it was given; `nil` for nothing.
    var answer: (@Sendable (Row, Field) -> ByteBuffer?)?
    /// The schema of that.
    var answered = ""

    /// The members that a body must have, as JSON text.
    var required: [(name: String, value: String)] {
        mode == .patch
            ? []
            : fields.filter(\.isRequired).compactMap { field in
                field.example.map { (field.name, $0) }
            }
    }

    func body(_ field: Field, _ value: String) -> String {
        Self.object(required.filter { $0.name != field.name } + [(field.name, value)])
    }

    func pointer(_ field: Field) -> String { schema + "/properties/" + field.name }

    static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}

extension FormUnderTest.Field {
    init(_ field: Contract.Field, of resource: Contract.Resource, for allowed: Contract.RoleBits? = nil) {
        self.init(
            name: field.name, type: field.type, isRequired: field.isRequired || field.name == resource.key,
            isNullable: !field.isRequired && field.standard == nil, storedName: field.column,
            isForFew: allowed.map { $0.union(field.write) != field.write } ?? false,
            initial: field.transitions?.initial ?? [])
    }

    /// A value that keeps all rules, as JSON text.
    var example: String? {
        // Its pattern leaves nothing to be guessed.
        if name == "name", case .text(let rules) = type, rules.pattern != nil { return "\"ada\"" }
        return Example.json(type)
    }
}

/// What a generated reader says.
struct ReaderVerdict: Sendable {
    /// The codes of the issues, or why the body is no JSON that is taken; none when it was accepted.
    var codes: Set<String> = []
    /// What the server would send to Postgres.
    var write: Write?

    typealias Write = (statement: Statement, parameters: Parameters)

    var isAccepted: Bool { codes.isEmpty }

    init(
        _ bytes: ByteBuffer, mode: BodyMode, writable: FieldMask,
        _ read: (inout BodyReader) throws(JSONError) -> Write?
    ) {
        var body = BodyReader(bytes, mode: mode, writable: writable)
        do {
            let write = try read(&body)
            try body.finish()
            codes = Set(body.issues.map(\.code))
            if codes.isEmpty { self.write = write }
        } catch {
            codes = [error.reason.rawValue]
        }
    }
}

struct NotInTheSpec: Error {}

extension Optional {
    var required: Wrapped {
        get throws {
            guard let self else { throw NotInTheSpec() }
            return self
        }
    }
}

extension RecordID {
    /// The key of the row that a case is about.
    init(case number: Int) { self.init(high: 0x0123_4567_89ab_4cde, low: 0x8000_0000_0000_0000 | UInt64(number)) }
}
