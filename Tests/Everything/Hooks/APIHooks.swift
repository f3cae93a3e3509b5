import NIOCore
import Runtime

/// What the spec with every word asks a person for, to be compiled.
struct APIHooks: Sendable {
    static func plainName(_ name: String) -> FieldIssue? {
        name.utf8.contains(UInt8(ascii: "<")) ? FieldIssue(code: "markup", message: "has markup") : nil
    }

    static func knownWord(_ word: String) -> FieldIssue? {
        word == "none" ? FieldIssue(code: "none", message: "is none") : nil
    }

    static func inWords(nickname: String?, size: Person.Size?, tags: ByteBuffer?) -> String? {
        nickname ?? size?.rawValue ?? tags.map(String.init(buffer:))
    }
    static func last(_ seen: Int64?) -> Int64? { seen }

    func introduce(_ call: RecordCall<Person, IntroduceInput>) async throws -> IntroduceOutput {
        guard call.input.to != call.id else {
            throw IntroduceRefusal.samePerson
        }
        return IntroduceOutput(sent: true, kind: .a, body: JSONPatch(text: ByteBuffer(string: "{\"x\":1}")))
    }

    func `default`(_ call: Call<DefaultInput>) async throws -> NoOutput {
        throw DefaultRefusal.full.saying("Nobody fits in.")
    }
    func clear(_ call: RecordCall<Desk, ClearInput>) async throws -> ClearOutput {
        ClearOutput(lock: call.readable.contains(Desk.Fields.lock) ? call.record.lock?.rawValue : nil)
    }
    func remind(_ call: RecordCall<Team, NoInput>) async throws -> NoOutput { NoOutput() }
    func countAll(_ call: Call<NoInput>) async throws -> CountAllOutput { CountAllOutput(count: 0) }
}

extension APIHooks: PersonBeforeCreate, PersonAfterCommit, TeamBeforeUpdate, TeamBeforeDelete {
    func beforeCreate(_ change: inout BeforeCreate<Person>) async throws {
        change.patch.nickname = .value("made")
    }

    func afterCommit(_ change: Committed<Person>) async throws {}

    func beforeDelete(_ change: inout BeforeDelete<Team>) async throws {
        if change.old.state == .open { change.refuse("The team is open.") }
    }

    func beforeUpdate(_ change: inout BeforeUpdate<Team>) async throws {
        if change.old.state == .archived { throw Team.Refusal.`default` }
        if change.patch.label.value == change.old.label { change.refuse("/label", code: "same", "is the same") }
    }
}
