import TestSupport
import Testing

@Suite("An enum with `transitions`", .timeLimit(.minutes(1)))
struct TransitionTests {
    private static let states = ["reserved", "lent", "lost", "returned"]
    private static let steps: [String: [String]] = [
        "reserved": ["lent", "returned"], "lent": ["lost", "returned"], "lost": ["returned"],
    ]
    /// How a new loan comes to each state.
    private static let ways: [String: [String]] = [
        "reserved": [], "lent": ["lent"], "lost": ["lent", "lost"], "returned": ["returned"],
    ]

    private func loan(in state: String, _ house: LibraryHouse, _ librarian: Client) async throws -> String {
        let borrower = try await house.first.identity()
        let body = """
            {"book":"\(try await house.book())","borrower":"\(borrower)","due":"2026-12-01","state":"reserved"}
            """
        let path = "/api/loans/\(try await house.make("/api/loans", body))"
        for state in Self.ways[state] ?? [] {
            #expect(try await librarian.patch(path, #"{"state":"\#(state)"}"#).status == 200)
        }
        return path
    }

    @Test("begins as the default or as one of `initial`, and as nothing else", arguments: states)
    func beginnings(state: String) async throws {
        let house = try await LibraryHouse.shared
        let body = """
            {"book":"\(try await house.book())","borrower":"\(try await house.first.identity())","due":"2026-12-01","state":"\(state)"}
            """
        let made = try await house.librarian().post("/api/loans", body)
        if ["reserved", "lent"].contains(state) {
            #expect(made.status == 201)
            #expect(made.json["state"]?.string == state)
        } else {
            #expect(made.status == 422)
            #expect(made.body.contains(#""pointer":"/state""#))
        }
    }

    @Test("takes the steps that the spec names and no other, and what is refused leaves nothing", arguments: states)
    func steps(from: String) async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        for to in Self.states {
            for method in ["PUT", "PATCH"] {
                let path = try await loan(in: from, house, librarian)
                let before = try await librarian.get(path)
                let borrower = try #require(before.json["borrower"]?.string)
                let whole = #"{"borrower":"\#(borrower)","due":"2027-01-31","state":"\#(to)"}"#
                let answer = try await librarian.send(method, path, whole)
                let after = try await librarian.get(path)
                if from == to || Self.steps[from]?.contains(to) == true {
                    #expect(answer.status == 200, "\(from) → \(to): \(answer.body)")
                    #expect(after.json["state"]?.string == to)
                } else {
                    #expect(answer.status == 409, "\(from) → \(to): \(answer.body)")
                    #expect(answer.code == "illegal_transition")
                    #expect(answer.body.contains(#""pointer":"/state""#))
                    #expect(after.body == before.body)
                    #expect(after.etag == before.etag)
                }
            }
        }
    }

    @Test("does not stand against a body that leaves the field out, in any state", arguments: states)
    func others(state: String) async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(in: state, house, librarian)
        #expect(try await librarian.patch(path, #"{"remark":"lost and found"}"#).status == 200)
        #expect(try await librarian.get(path).json["state"]?.string == state)
    }

    @Test("is asked after the version that the change names")
    func version() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(in: "returned", house, librarian)
        let old = try await librarian.get(path).etag
        let new = try await librarian.patch(path, #"{"remark":"x"}"#).etag
        let lost = #"{"state":"lost"}"#
        #expect(try await librarian.patch(path, lost, ["If-Match": old]).status == 412)
        #expect(try await librarian.patch(path, lost, ["If-Match": new]).status == 409)
    }

    @Test("goes no way that is not there when many change it at once")
    func race() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        for round in 0..<12 {
            let path = try await loan(in: "lent", house, librarian)
            let answers = try await withThrowingTaskGroup(of: (to: String, status: Int).self) { group in
                for number in 0..<8 {
                    let to = number.isMultiple(of: 2) ? "lost" : "returned"
                    let client = number < 4 ? librarian : house.elsewhere(librarian)
                    group.addTask { (to, try await client.patch(path, #"{"state":"\#(to)"}"#).status) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { [200, 409].contains($0.status) }, "round \(round): \(answers)")
            // All of one kind may follow what is there: one comes first, and a loan that is back is never lost.
            #expect(answers.allSatisfy { $0.to == "lost" || $0.status == 200 }, "round \(round): \(answers)")
            #expect(try await librarian.get(path).json["state"]?.string == "returned", "round \(round)")
        }
    }
}
