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
        /// Where it is stored: `hr.persons` and `nickname`; `nil` for what is stored as a part of something, or not at all.
        var column: (table: String, name: String)?
    }

    let name: String
    let fields: [Field]
    /// The members that a body must have, as JSON text.
    let required: [(name: String, value: String)]
    /// Where the body's schema is in the OpenAPI document: a JSON pointer.
    let schema: String
    /// Reads a body as the server does.
    let read: @Sendable (ByteBuffer) -> ReaderVerdict

    func body(_ field: Field, _ value: String) -> String {
        let others = required.filter { $0.name != field.name }.map { "\"\($0.name)\":\($0.value)" }
        return "{" + (others + ["\"\(field.name)\":\(value)"]).joined(separator: ",") + "}"
    }

    func pointer(_ field: Field) -> String { schema + "/properties/" + field.name }
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

extension FormUnderTest {
    /// Every body of the spec with every word of the language.
    static func all(_ contract: Contract) throws -> [FormUnderTest] {
        let people = try creation(Person.self, contract)
        let sections = try contract.resource(named: "preferences").required.sections.map { section in
            try self.section(section.field, of: Preferences.self, contract)
        }
        let rest = try [
            creation(Desk.self, contract), creation(Team.self, contract), input(LiftInput.self, "lift", contract),
            input(ArchiveInput.self, "archive", contract),
        ]
        return [people] + sections + rest
    }

    /// The body that makes a record, and the statement that inserts it.
    private static func creation<R: Resource>(_ type: R.Type, _ contract: Contract) throws -> FormUnderTest {
        let resource = try contract.resource(named: R.facts.name).required
        let insert = try R.facts.insert.required
        let fields = resource.fields.filter(\.isCreatable)
        return FormUnderTest(
            name: resource.name,
            fields: fields.map { Field(name: $0.name, type: $0.type, column: (resource.table, $0.column)) },
            required: try fields.filter { $0.isRequired || $0.name == resource.key }.map {
                ($0.name, try Example.json($0.type).required)
            },
            schema: "/components/schemas/\(R.self).Creation"
        ) { bytes in
            ReaderVerdict(bytes, mode: .create, writable: R.creatable) { body throws(JSONError) in
                let patch = try R.read(&body)
                var parameters = Parameters()
                parameters.uuid(.random())
                parameters.uuid(nil)
                parameters.text("verdict")
                parameters.textArray([])
                R.bindNew(patch, to: &parameters)
                return (insert, parameters)
            }
        }
    }

    /// A section of settings, and the statement that merges it.
    private static func section<R: Resource>(
        _ section: Contract.Field, of type: R.Type, _ contract: Contract
    ) throws -> FormUnderTest {
        guard case .section(let properties) = section.type,
            let bit = R.facts.fieldNames.firstIndex(where: { $0.description == section.name })
        else { throw NotInTheSpec() }
        return FormUnderTest(
            name: section.name, fields: properties.map { Field(name: $0.name, type: $0.type) }, required: [],
            schema: "/components/schemas/\(R.self).\(section.name.capitalized).Replacement"
        ) { bytes in
            let mask = FieldMask(field: bit)
            return ReaderVerdict(bytes, mode: .put, writable: mask) { body throws(JSONError) in
                let patch = try R.readSection(mask, &body)
                var parameters = Parameters()
                parameters.uuid(.random())
                parameters.int8(nil)
                parameters.int8(Int64(bitPattern: mask.rawValue))
                parameters.uuid(nil)
                parameters.text("verdict")
                parameters.textArray([])
                R.bind(patch, to: &parameters)
                return (R.facts.update, parameters)
            }
        }
    }

    /// What an operation is given. It is stored nowhere but in the audit event.
    private static func input<Input: OperationInput>(
        _ type: Input.Type, _ name: String, _ contract: Contract
    ) throws -> FormUnderTest {
        let operation = try contract.operations.first { $0.name == name }.required
        let resource = try contract.resource(named: operation.resource).required
        let own = contract.base + (resource.name == "person" ? "/people/me/lift" : resource.path + "/{id}/archive")
        let path = own.replacing("/", with: "~1")
        return FormUnderTest(
            name: name, fields: operation.input.map { Field(name: $0.name, type: $0.type) },
            required: try operation.input.filter(\.isRequired).map {
                ($0.name, $0.name == "name" ? "\"ada\"" : try Example.json($0.type).required)
            },
            schema: "/paths/\(path)/post/requestBody/content/application~1json/schema"
        ) { bytes in
            ReaderVerdict(bytes, mode: .create, writable: FieldMask(rawValue: .max)) { body throws(JSONError) in
                _ = try Input.read(&body)
                return nil
            }
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
    static func random() -> RecordID {
        RecordID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
    }
}
