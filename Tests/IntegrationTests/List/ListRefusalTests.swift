import Foundation
import TestSupport
import Testing

@Suite("A list takes what it can take, and says what it cannot", .timeLimit(.minutes(1)))
struct ListRefusalTests {
    @Test("bounds of limit")
    func limits() async throws {
        let admin = try await Deployment.shared.client(roles: "admin")
        for limit in ["1", "200", "25"] {
            let answer = try await admin.get("/api/admin/users?limit=" + limit)
            #expect(answer.json["page"]?["limit"]?.number == Double(limit))
        }
        #expect(try await admin.get("/api/admin/users").json["page"]?["limit"] == 25)
        for limit in ["0", "201", "-1", "", "abc", "1e2", "5.0", "%205", "99999999999999999999", "0x10", "5&limit=6"] {
            let answer = try await admin.get("/api/admin/users?limit=" + limit)
            #expect(answer.status == 400, "\(limit)")
            #expect(answer.issues == ["limit invalid_parameter"], "\(limit)")
        }
    }

    @Test("a sort that the spec does not declare is 400")
    func sorts() async throws {
        let admin = try await Deployment.shared.client(roles: "admin")
        for sort in ["email", "created_at", "-display_name", "", "display_name,email", "-", "Display_name", "id", "1"] {
            let answer = try await admin.get("/api/admin/users?sort=" + sort)
            #expect(answer.status == 400, "\(sort)")
            #expect(answer.issues == ["sort invalid_parameter"], "\(sort)")
        }
    }

    @Test("what one may not see, one may not sort by", arguments: ["support", "service", "admin"])
    func sortRights(role: String) async throws {
        let client = try await Deployment.shared.client(roles: role)
        let answer = try await client.get("/api/admin/users?sort=-last_active_at")
        #expect(answer.status == (role == "admin" ? 200 : 403))
        if role != "admin" { #expect(answer.issues == ["last_active_at not_readable"]) }
        let field = try await client.get("/api/admin/users?fields=last_active_at")
        #expect(field.status == (role == "admin" ? 200 : 403))
        #expect(try await client.get("/api/admin/users?sort=display_name").status == 200)
    }

    @Test("a cursor that was changed, made up, or belongs to another order is refused")
    func cursors() async throws {
        try await Deployment.scoped { deployment in
            try await deployment.add([Person(), Person(), Person()])
            let admin = try await deployment.client(roles: "admin")
            let walk = Pages(client: admin, query: "limit=1&sort=display_name")
            let cursor = try #require(try await walk.page().next)
            var bad = [
                "", "nonsense", "=", "AAAA", String(cursor.dropLast(4)), cursor + "AAAA", cursor + "=", cursor + cursor,
                String(repeating: "A", count: 7000), "%00", String(cursor.reversed()),
            ]
            for index in stride(from: 0, to: cursor.count, by: 7) {
                var letters = Array(cursor)
                letters[index] = letters[index] == "A" ? "B" : "A"
                bad.append(String(letters))
            }
            for cursor in bad {
                let answer = try await admin.get("/api/admin/users?limit=1&sort=display_name&cursor=" + cursor)
                #expect(answer.status == 400, "\(cursor)")
                #expect(answer.code == "invalid_cursor", "\(cursor)")
            }
            for query in ["limit=1", "limit=1&sort=-last_active_at", "sort=-created_at"] {
                let answer = try await admin.get("/api/admin/users?\(query)&cursor=" + cursor)
                #expect(answer.code == "invalid_cursor", "\(query)")
            }
            // Another page size, other fields and another caller are no other list.
            let support = try await deployment.client(roles: "support")
            #expect(try await support.get("/api/admin/users?limit=3&sort=display_name&cursor=" + cursor).status == 200)
            let huge = try await admin.get("/api/admin/users?cursor=" + String(repeating: "A", count: 9000))
            #expect(huge.status == 414)
        }
    }

    @Test("a cursor tells nothing of the record that it stands beside")
    func opaque() async throws {
        try await Deployment.scoped { deployment in
            let people = [Person(name: "Rumpelstilzchen"), Person(name: "Rumpelstilzchen")]
            try await deployment.add(people)
            let walk = Pages(client: try await deployment.client(roles: "admin"), query: "limit=1&sort=display_name")
            let cursor = try #require(try await walk.page().next)
            let padded = cursor.replacing("-", with: "+").replacing("_", with: "/")
            let bytes = try #require(
                Data(base64Encoded: padded + String(repeating: "=", count: (4 - padded.count % 4) % 4)))
            #expect(bytes.firstRange(of: Data("Rumpel".utf8)) == nil)
            #expect(try await walk.page().next != cursor, "sealed anew each time")
        }
    }
}
