import NIOCore
import NIOHTTP1
import Testing

@testable import Runtime

@Suite("Former names of fields")
struct FormerNameTests {
    private static let nick = FormerName("nick", of: "name", 1, since: "2026-03-01", sunset: "2026-11-01")
    private static let alias = FormerName("alias", of: "name", 1, since: "2025-03-01")

    @Test("are served to the last day before their sunset, and from no day on where there is none")
    func days() throws {
        let sunset = try #require(CivilDate(text: "2026-11-01")).daysSince2000
        #expect(Self.nick.isServed(on: sunset - 1))
        #expect(!Self.nick.isServed(on: sunset))
        #expect(Self.alias.isServed(on: sunset + 1_000_000))
    }

    @Test(
        "are counted for the product that a client calls itself, without its version",
        arguments: [
            ("launch-ios/3.2.1 (iPhone; iOS 26)", "launch-ios"), ("Mozilla/5.0 (X11)", "mozilla"), ("curl", "curl"),
            ("a.b_c-9/1", "a.b_c-9"), ("", nil), ("/1.0", nil), (" x", nil), ("jané/1", nil), ("a\"b", nil),
            ("a{b}", nil), (String(repeating: "a", count: 41), nil), ("a@b.example", nil),
        ] as [(String, String?)])
    func product(agent: String, product: String?) {
        #expect(FormerNameUses.product(agent) == product)
    }

    @Test("have a bounded number of series, whatever clients call themselves")
    func series() {
        let metrics = Metrics()
        let uses = FormerNameUses(metrics: metrics, limit: 3)
        let facts = Self.facts
        for number in 0..<50 {
            uses.count(.body, FormerNameMask(place: 0), of: facts, by: ["User-Agent": "client-\(number)"])
        }
        uses.count(.body, FormerNameMask(place: 0), of: facts, by: [:])
        let samples = metrics.snapshot().first { $0.name == "roster_former_name_uses_total" }?.samples ?? []
        #expect(samples.count == 5)
    }

    @Test("tell what is wrong at the name that was written, and at nothing that only begins alike")
    func pointers() {
        let used = RenamedPointers(FormerNameMask(place: 0), of: [Self.nick])
        func written(_ pointer: String) -> String {
            used.asWritten(Issue(pointer: pointer, code: "too_long", message: "")).pointer
        }
        #expect(written("/name") == "/nick")
        #expect(written("/name/first") == "/nick/first")
        #expect(written("/name_2") == "/name_2")
        #expect(written("/other/name") == "/other/name")
        #expect(
            RenamedPointers([], of: [Self.nick]).asWritten(Issue(pointer: "/name", code: "", message: "")).pointer
                == "/name")
    }

    @Test("are read in the outermost object alone")
    func nesting() throws {
        let text = #"{"alias":1,"place":{"alias":2}}"#
        var body = BodyReader(
            ByteBuffer(string: text), mode: .patch, writable: FieldMask(rawValue: .max), formerNames: [Self.alias])
        #expect(try body.beginObject())
        #expect(try body.nextName() == "name")
        #expect(try body.integer(FieldMask(field: 1), IntegerRule()) == .value(1))
        #expect(try body.nextName() == "place")
        #expect(try body.beginObject())
        #expect(try body.nextName() == "alias")
    }

    @Test("are refused to those who may not set the field, and are not called unknown")
    func refused() throws {
        var body = BodyReader(
            ByteBuffer(string: #"{"alias":1}"#), mode: .patch, writable: [], formerNames: [Self.alias])
        #expect(try body.beginObject())
        #expect(try body.nextName() == "name")
        // As generated readers do with a field that no body may set.
        try body.unknownField(known: ["id", "name"])
        #expect(body.issues.map(\.pointer) == ["/alias"])
        #expect(body.issues.map(\.code) == ["not_writable"])
    }

    @Test("stand among what is redacted and what is missing")
    func lists() {
        let names = FormerNameMask(place: 0)
        let all = FieldSelection.all(names)
        #expect(all.names(of: FieldMask(field: 1), in: Self.facts).map(\.description) == ["name", "alias"])
        #expect(all.names(of: FieldMask(field: 0), in: Self.facts).map(\.description) == ["id"])
        #expect(FieldSelection.all([]).names(of: FieldMask(field: 1), in: Self.facts).map(\.description) == ["name"])
        var completion = Completion(score: 0, missing: ["name"])
        completion.addFormerNames(names, of: Self.facts)
        #expect(completion.missing.map(\.description) == ["name", "alias"])
        var complete = Completion(score: 100, missing: [])
        complete.addFormerNames(names, of: Self.facts)
        #expect(complete.missing.isEmpty)
    }

    @Test("make an entity tag of their own, of which the version can still be read")
    func tags() {
        let names = FormerNameMask(place: 0)
        let tags = EntityTag(contractHash: String(repeating: "0a", count: 32))
        let roles = RoleSet(rawValue: 22)
        let former = tags.tag(version: 7, view: roles, part: View.whole(roles, formerNames: true).tagPart(names))
        let present = tags.tag(version: 7, view: roles, part: View.whole(roles, formerNames: false).tagPart([]))
        #expect(former != present)
        #expect(tags.version(of: former) == 7)
        #expect(View.whole(roles, formerNames: true).cacheKey != View.whole(roles, formerNames: false).cacheKey)
        #expect(View.own(roles, formerNames: true).isOwn)
        #expect(View.own(roles, formerNames: true).section == nil)
        #expect(View.owners.showsFormerNames == false)
        #expect(View.section(63, roles).section == FieldMask(field: 63))
    }

    private static var facts: ResourceFacts {
        ResourceFacts(
            name: "person", index: 0, access: OperationAccess(), ownRole: [], fieldNames: ["id", "name"],
            requiresMatch: false, select: Statement("one", "SELECT 1", parameterTypes: []),
            update: Statement("one", "SELECT 1", parameterTypes: []), insert: nil,
            constraints: [], formerNames: [alias])
    }
}
