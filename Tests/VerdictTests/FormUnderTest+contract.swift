import Everything
import Foundation
import NIOCore

@testable import Generator
@testable import Runtime

extension FormUnderTest {
    /// Every body of the spec with every word of the language.
    static func all(_ contract: Contract) throws -> [FormUnderTest] {
        let modes: [BodyMode] = [.put, .patch]
        let sections = try contract.resource(named: "preferences").required.sections.map(\.field)
        let inputs = try [input(LiftInput.self, "lift", contract), input(ArchiveInput.self, "archive", contract)]
        return try [creation(Person.self, contract), creation(Desk.self, contract), creation(Team.self, contract)]
            + modes.flatMap { mode in
                try [
                    update(Person.self, mode, contract), update(Desk.self, mode, contract),
                    update(Team.self, mode, contract), update(Preferences.self, mode, contract),
                ] + sections.map { try section($0, of: Preferences.self, mode, contract) }
            } + inputs
    }

    /// All roles at once.
    static let everybody = RoleSet(rawValue: (1 << 24) - 1)

    private static let bases = [
        "person": """
        INSERT INTO hr.persons (person_id, nickname) SELECT id, 'somebody' FROM unnest($1::text::uuid[]) AS id
        """,
        "desk": "INSERT INTO hr.desks (desk_id, team) SELECT id, id FROM unnest($1::text::uuid[]) AS id",
        "team": "INSERT INTO teams (team_id, label) SELECT id, 'a team' FROM unnest($1::text::uuid[]) AS id",
        "preferences": """
        WITH owners AS (
            INSERT INTO hr.persons (person_id, nickname) SELECT id, 'somebody' FROM unnest($1::text::uuid[]) AS id
            RETURNING person_id
        )
        INSERT INTO hr.preferences (person_id, privacy, section)
        SELECT person_id, '{"searchable": false, "seen_by": {"about": "admin"}}',
            '{"line": "kept", "count": 7, "words": ["kept"], "quiet": {"from": "01:00:00", "to": "02:00:00"}}'
        FROM owners
        """,
    ]

    /// The body that makes a record, and the statement that inserts it.
    private static func creation<R: Resource>(_ type: R.Type, _ contract: Contract) throws -> FormUnderTest {
        let resource = try contract.resource(named: R.facts.name).required
        let insert = try R.facts.insert.required
        let fields = resource.fields.filter(\.isCreatable).map { field in
            var asked = Field(field, of: resource)
            asked.column = (resource.table, field.column)
            return asked
        }
        var form = FormUnderTest(
            name: "new \(resource.name)", mode: .create, fields: fields,
            schema: "/components/schemas/\(R.self).Creation", record: try record(R.self, resource)
        ) { bytes, key in
            ReaderVerdict(bytes, mode: .create, writable: R.creatable) { body throws(JSONError) in
                let patch = try R.read(&body)
                var parameters = Parameters()
                parameters.uuid(key)
                parameters.uuid(nil)
                parameters.text("verdict")
                parameters.textArray([])
                R.bindNew(patch, to: &parameters)
                return (insert, parameters)
            }
        }
        form.answersRecord(R.self, resource)
        return form
    }

    /// The body that changes a record, and the statement that does.
    private static func update<R: Resource>(
        _ type: R.Type, _ mode: BodyMode, _ contract: Contract
    ) throws -> FormUnderTest {
        let resource = try contract.resource(named: R.facts.name).required
        var form = FormUnderTest(
            name: "\(mode) \(resource.name)", mode: mode,
            fields: resource.fields.filter(\.isUpdatable).map { Field($0, of: resource, for: resource.access.update) },
            schema: "/components/schemas/\(R.self)." + (mode == .patch ? "Change" : "Replacement"),
            record: try record(R.self, resource)
        ) { bytes, key in
            ReaderVerdict(bytes, mode: mode, writable: R.writable(by: everybody)) { body throws(JSONError) in
                let patch = try R.read(&body)
                return (R.facts.update, change(patch, body.present, of: key, R.self))
            }
        }
        form.answersRecord(R.self, resource)
        return form
    }

    /// A section of settings, and the statement that merges it.
    private static func section<R: Resource>(
        _ section: Contract.Field, of type: R.Type, _ mode: BodyMode, _ contract: Contract
    ) throws -> FormUnderTest {
        guard case .section(let properties) = section.type, let bit = R.bit(named: section.name) else {
            throw NotInTheSpec()
        }
        let mask = FieldMask(field: bit)
        var record = try record(R.self, try contract.resource(named: R.facts.name).required)
        record.section = section.column
        let component = "/components/schemas/\(R.self).\(section.name.capitalized)"
        var form = FormUnderTest(
            name: "\(mode) \(section.name)", mode: mode,
            fields: properties.map { Field(name: $0.name, type: $0.type, storedName: $0.name) },
            schema: component + (mode == .patch ? ".Change" : ".Replacement"), record: record
        ) { bytes, key in
            ReaderVerdict(bytes, mode: mode, writable: mask) { body throws(JSONError) in
                let patch = try R.readSection(mask, &body)
                return (R.facts.update, change(patch, mask, of: key, R.self))
            }
        }
        form.answered = component
        form.answer = { row, _ in
            var json = JSONWriter(buffer: ByteBuffer())
            R.writeSection(mask, of: row, to: &json)
            return json.buffer
        }
        return form
    }

    private static func record<R: Resource>(_ type: R.Type, _ resource: Contract.Resource) throws -> Record {
        Record(
            table: resource.table, key: resource.key, base: try bases[resource.name].required, select: R.facts.select)
    }

    private static func change<R: Resource>(
        _ patch: R.Patch, _ present: FieldMask, of key: RecordID, _ type: R.Type
    ) -> Parameters {
        var parameters = Parameters()
        parameters.uuid(key)
        parameters.int8(nil)
        parameters.int8(Int64(bitPattern: present.rawValue))
        parameters.uuid(nil)
        parameters.text("verdict")
        parameters.textArray([])
        R.bind(patch, to: &parameters)
        return parameters
    }

    /// What is answered: the field, and what Postgres computes of it.
    private mutating func answersRecord<R: Resource>(_ type: R.Type, _ resource: Contract.Resource) {
        let computed = resource.fields.filter { !$0.isStored }.compactMap { R.bit(named: $0.name) }
            .reduce(into: FieldMask()) { $0.formUnion(FieldMask(field: $1)) }
        answered = "/components/schemas/\(R.self)"
        answer = { row, field in
            let own = R.bit(named: field.name).map(FieldMask.init(field:)) ?? []
            var json = JSONWriter(buffer: ByteBuffer())
            json.beginObject()
            R.write(own.union(computed).intersection(R.offered(to: Self.everybody)), of: row, to: &json)
            json.endObject()
            return json.buffer
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
            name: name, mode: .create,
            fields: operation.input.map { input in
                Field(
                    name: input.name, type: input.type, isRequired: input.isRequired,
                    isNullable: !input.isRequired && input.standard == nil, storedName: input.name)
            },
            schema: "/paths/\(path)/post/requestBody/content/application~1json/schema"
        ) { bytes, _ in
            ReaderVerdict(bytes, mode: .create, writable: FieldMask(rawValue: .max)) { body throws(JSONError) in
                _ = try Input.read(&body)
                return nil
            }
        }
    }
}
