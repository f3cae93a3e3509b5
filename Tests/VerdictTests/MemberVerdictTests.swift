import Everything
import NIOCore
import TestSupport
import Testing

@testable import Generator
@testable import Runtime

/// Whole bodies, of which each member is there, is null, or is not: what that means depends on the method.
@Suite("The members of a body", .timeLimit(.minutes(2)))
struct MemberVerdictTests {
    @Test("are demanded, refused and cleared alike by the reader and the schema, and absent ones stay as they were")
    func members() async throws {
        let contract = try FieldVerdictTests.contract()
        for seed in SeededGenerator.seeds(3) {
            var random = SeededGenerator(seed: seed)
            var bodies: [Body] = []
            for form in try FormUnderTest.all(contract) {
                for _ in 0..<60 { bodies.append(Body(form, RecordID(case: bodies.count), &random)) }
            }
            let faults = try DocumentUnderTest.faults(bodies.map { ($0.form.schema, $0.text) })
            for (body, fault) in zip(bodies, faults) {
                #expect(
                    body.keepsSchema == (fault == nil) || body.isAskedOfFew,
                    "ROSTER_SEED=\(seed): \(body.form.name) \(body.text): \(body.reader.codes), \(fault ?? "fine")")
            }
            // Without these nothing would be compared below.
            #expect(bodies.filter { $0.reader.isAccepted }.count > bodies.count / 4)
            #expect(bodies.filter { $0.isAskedOfFew }.count < bodies.count / 4)
            try await StoreUnderTest.with { store in try await Self.compare(store, bodies, seed) }
        }
    }

    private static func compare(_ store: StoreUnderTest, _ bodies: [Body], _ seed: UInt64) async throws {
        let changes = bodies.filter { $0.form.mode != .create && $0.reader.write != nil }
        #expect(changes.count > 100)
        for (_, group) in Dictionary(grouping: changes, by: \.form.name) {
            try await store.makeRows(group[0].form, group.map(\.key))
        }
        for body in changes {
            let before = try await store.row(body.form, body.key)
            let outcome = try await store.outcome(of: try body.reader.write.required)
            guard case .written(let row) = outcome else {
                Issue.record("ROSTER_SEED=\(seed): \(body.form.name) \(body.text): \(outcome)")
                continue
            }
            let after = try await store.row(body.form, body.key)
            // A transition that is not allowed changes nothing.
            guard row != nil else { continue }
            for member in body.members {
                let place = "ROSTER_SEED=\(seed): \(body.form.name) \(body.text): \(member.field.name)"
                let (old, new) = (before[member.field.storedName], after[member.field.storedName])
                switch member.state {
                case .absent: #expect(old == new, "\(place) was not sent")
                case .null: #expect(new ?? .null == .null, "\(place) was cleared")
                case .value: #expect(new ?? .null != .null, "\(place) was set")
                }
            }
        }
    }
}

extension MemberVerdictTests {
    /// A body with some of the members that it may have.
    struct Body: Sendable {
        enum State { case absent, null, value }

        let form: FormUnderTest
        let key: RecordID
        let members: [(field: FormUnderTest.Field, state: State)]
        let text: String
        let reader: ReaderVerdict
        /// Whether the reader has nothing against it but a check over several fields, which no schema tells.
        var keepsSchema: Bool { reader.codes.isSubset(of: ["check_failed"]) }
        /// Whether it lacks what only some callers may set: the document, which is one for all, cannot ask for it.
        let isAskedOfFew: Bool

        init(_ form: FormUnderTest, _ key: RecordID, _ random: inout SeededGenerator) {
            // Most bodies are right, or wrong in one member.
            let slips = random.oneIn(3)
            let members = form.fields.map { field in
                let isDemanded = field.isRequired && form.mode != .patch
                var states: [State] = isDemanded ? [] : [.absent]
                if field.isNullable { states.append(.null) }
                if field.example != nil { states.append(.value) }
                if slips, random.oneIn(form.fields.count) { states = [.absent, .null] }
                return (field: field, state: states.randomElement(using: &random) ?? .absent)
            }
            var sent = members.filter { $0.state != .absent }.map { member in
                (name: member.field.name, value: member.state == .null ? "null" : member.field.example ?? "null")
            }
            if slips, random.oneIn(6) { sent.append((name: "unknown", value: "null")) }
            self.form = form
            self.key = key
            self.members = members
            text = FormUnderTest.object(sent.shuffled(using: &random))
            reader = form.read(ByteBuffer(string: text), key)
            isAskedOfFew =
                form.mode == .put && reader.codes == ["missing_field"]
                && members.contains { $0.field.isForFew && $0.field.isRequired && $0.state == .absent }
        }
    }
}
