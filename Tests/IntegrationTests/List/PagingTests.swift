import Foundation
import TestSupport
import Testing

@Suite("A list is walked without losing or repeating anybody", .timeLimit(.minutes(2)))
struct PagingTests {
    static let orders = ["-created_at", "display_name", "-last_active_at", "job_title"]

    /// Many who share a value, and many who have none.
    private static func crowd(_ count: Int) -> [Person] {
        (0..<count).map { number in
            let names = ["Ada", "ada", "Åsa", "Zoë"]
            let day = number % 2 == 0 ? "2026-10-01" : "2026-10-02"
            var person = Person()
            person.name = number % 5 == 0 ? nil : names[number % 4]
            person.jobTitle = number % 4 == 1 ? nil : names[number % 3]
            person.lastActive = number % 3 == 0 ? nil : day + "T08:00:00Z"
            return person
        }
    }

    @Test("forth and back, with pages of every size, over equal values and none")
    func walk() async throws {
        try await Deployment.scoped { deployment in
            try await deployment.add(Self.crowd(37))
            // A third made at one instant, a third without one.
            try await deployment.database.run(
                """
                UPDATE user_profiles SET created_at = CASE id % 3 WHEN 0 THEN NULL WHEN 1 THEN '2026-01-01'::timestamptz
                    ELSE created_at END
                """)
            let admin = try await deployment.client(roles: "admin")
            for order in Self.orders {
                let all = try await Pages(client: admin, query: "limit=200&sort=\(order)").page()
                #expect(Set(all.ids).count == 37 && all.ids.count == 37)
                #expect(all.next == nil && all.previous == nil)
                for limit in [1, 2, 5, 36, 37, 38] {
                    let walk = Pages(client: admin, query: "sort=\(order)&limit=\(limit)")
                    let forth = try await walk.forth()
                    #expect(forth.flatMap(\.ids) == all.ids, "\(order) by \(limit)")
                    #expect(forth.dropLast().allSatisfy { $0.ids.count == limit })
                    #expect(forth.count == (37 + limit - 1) / limit)
                    let back = try await walk.back(from: forth[forth.count - 1])
                    #expect(back.reversed().map(\.ids) == forth.dropLast().map(\.ids), "\(order) by \(limit)")
                    #expect(back.allSatisfy { $0.next != nil })
                }
            }
        }
    }

    @Test("those who are there all the while come exactly once, whoever comes and goes meanwhile", arguments: orders)
    func changing(order: String) async throws {
        try await Deployment.scoped { deployment in
            let (steady, fleeting) = (Self.crowd(40), Self.crowd(20))
            try await deployment.add(steady + fleeting)
            let admin = try await deployment.client(roles: "admin")
            let pages = try await Pages(client: admin, query: "limit=7&sort=\(order)").forth { step in
                // The cursor's own record may be among those who go.
                for person in fleeting.dropFirst(step * 3).prefix(3) {
                    try await deployment.database.run("DELETE FROM user_profiles WHERE user_id = $1::uuid", person.id)
                }
                try await deployment.add(Self.crowd(2))
            }
            let ids = pages.flatMap(\.ids)
            #expect(Set(ids).count == ids.count)
            #expect(Set(ids).isSuperset(of: steady.map(\.id)))
        }
    }

    @Test("the record that a cursor stands beside may go, and the walk goes on after it", arguments: orders)
    func cursorRecordGone(order: String) async throws {
        try await Deployment.scoped { deployment in
            try await deployment.add(Self.crowd(12))
            let admin = try await deployment.client(roles: "admin")
            let all = try await Pages(client: admin, query: "sort=\(order)").page().ids
            let walk = Pages(client: admin, query: "limit=5&sort=\(order)")
            let first = try await walk.page()
            try await deployment.database.run("DELETE FROM user_profiles WHERE user_id = $1::uuid", all[4])
            let second = try await walk.page(first.next)
            #expect(second.ids == Array(all[5..<10]))
            #expect(try await walk.page(second.previous).ids == Array(all[..<4]))
        }
    }

    @Test("an empty list, and a page whose records are all gone")
    func empty() async throws {
        try await Deployment.scoped { deployment in
            let admin = try await deployment.client(roles: "admin")
            let walk = Pages(client: admin, query: "limit=2")
            let none = try await walk.page()
            #expect(none.ids.isEmpty && none.next == nil && none.previous == nil)
            try await deployment.add(Self.crowd(5))
            let next = try #require(try await walk.page().next)
            try await deployment.database.run("DELETE FROM user_profiles")
            let gone = try await walk.page(next)
            #expect(gone.ids.isEmpty && gone.next == nil)
        }
    }

    @Test("the links lead where the cursors do")
    func links() async throws {
        try await Deployment.scoped { deployment in
            try await deployment.add(Self.crowd(6))
            let admin = try await deployment.client(roles: "admin")
            let walk = Pages(client: admin, query: "limit=2&sort=display_name&fields=user_id,email")
            let second = try await walk.page(try await walk.page().next)
            let links = second.answer.headers["link"]?.matches(of: #/<([^>]+)>; rel="(\w+)"/#) ?? []
            #expect(links.map(\.2) == ["next", "prev"])
            for link in links {
                let linked = try await admin.get(String(link.1)).json["data"]
                let page = try await walk.page(link.2 == "next" ? second.next : second.previous)
                #expect(linked == page.answer.json["data"])
                #expect(linked?[0].map { Set($0.members.keys) } == ["user_id", "email"])
            }
        }
    }

    @Test("a page is a moment later than its as_of, and never older than an answered change")
    func freshness() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let admin = try await deployment.client(roles: "admin")
        for number in 0..<10 {
            #expect(try await own.patch("/api/users/me", #"{"bio":"\#(number)"}"#).status == 200)
            let list = try await admin.get("/api/admin/users?limit=200").json
            let record = list["data"]?.elements.first { $0["user_id"]?.string == person.id }
            #expect(record?["bio"]?.string == String(number))
        }
    }
}
