import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Hooks before a change", .timeLimit(.minutes(1)))
struct BeforeHookTests {
    @Test("the shipped ones keep a name from telling what is hidden, on creation and on change")
    func shipped() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let answer = try await own.patch("/api/users/me", #"{"display_name":"\#(person.email.uppercased())"}"#)
        #expect(answer.status == 422)
        #expect(answer.issues == ["/display_name reveals_contact"])
        #expect(!answer.body.contains(person.id), "the value is told")
        let admin = try await deployment.client(roles: "admin")
        let id = try await deployment.identity()
        let made = try await admin.post(
            "/api/admin/users", #"{"user_id":"\#(id)","display_name":"x@example.com","email":"x@example.com"}"#)
        #expect(made.status == 422)
        #expect(made.issues == ["/display_name reveals_contact"])
        #expect(try await Self.events(deployment, person.id) + Self.events(deployment, id) == [])
        #expect(try await admin.get("/api/users/\(id)").status == 404)
    }

    @Test("the shipped one keeps an owner from changing an account that is out of use, and administrators may")
    func outOfUse() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        #expect(try await own.post("/api/users/me/deactivate", "{}").status == 200)
        let refused = try await own.patch("/api/users/me", #"{"job_title":"Countess"}"#)
        #expect(refused.status == 409)
        #expect(refused.code == "account_deactivated")
        #expect(refused.json["title"] == "The account is out of use.")
        #expect(refused.json["detail"] == "Administrators can take it into use again.")
        let admin = try await deployment.client(roles: "admin")
        #expect(try await admin.patch(person.path, #"{"job_title":"Countess"}"#).status == 200)
        #expect(try await own.get("/api/users/me").json["job_title"] == "Countess")
    }

    @Test("what a hook puts into the body is stored, answered and audited as if the client had sent it")
    func changes() async throws {
        let hooks = HandMade(
            create: { $0.patch.jobTitle = .value("New here") },
            update: { change in
                change.patch.bio = .value((change.old.bio ?? "") + "!")
                change.patch.displayName = .absent
            })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let answer = try await own.patch("/api/users/me", #"{"display_name":"Grace","job_title":null}"#)
            #expect(answer.status == 200)
            #expect(answer.json["bio"] == "Builds engines.!")
            #expect(answer.json["display_name"] == "Ada Lovelace")
            #expect(answer.json["job_title"] == .null)
            #expect(try await own.get("/api/users/me").body == answer.body)
            #expect(try await Self.events(deployment, person.id) == ["update {bio,job_title}"])
            let id = try await deployment.identity()
            let made = try await deployment.client(roles: "admin").post(
                "/api/admin/users", #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#)
            #expect(made.status == 201)
            #expect(made.json["job_title"] == "New here")
        }
    }

    @Test("all that a hook refuses is told at once, a problem that it throws is the answer, and nothing is stored")
    func refuses() async throws {
        let hooks = HandMade(update: { change in
            switch change.patch.bio.value {
            case "refuse":
                change.refuse("/bio", code: "dull", "is dull")
                change.refuse("/phone", code: "dull", "is dull, too")
            case "declared": throw Profile.Refusal.accountDeactivated
            case "conflict": throw Problem.conflict(code: "closed", title: "It is closed.")
            case "accident": throw Accident()
            case "empty": change.patch = ProfilePatch()
            default: break
            }
        })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let before = try await own.get("/api/users/me")
            for (bio, status, code) in [
                ("refuse", 422, "validation_failed"), ("declared", 409, "account_deactivated"),
                ("conflict", 500, "internal_error"), ("accident", 500, "internal_error"),
                ("empty", 200, nil),
            ] {
                let answer = try await own.patch("/api/users/me", #"{"bio":"\#(bio)"}"#)
                #expect(answer.status == status, "\(bio): \(answer.body)")
                #expect(answer.code == code)
                #expect(!answer.body.contains("secret"))
                if status == 422 { #expect(answer.issues == ["/bio dull", "/phone dull"]) }
                if status != 200 { #expect(answer.headers["content-type"] == "application/problem+json") }
                #expect(try await own.get("/api/users/me").etag == before.etag, "\(bio) changed something")
            }
            #expect(try await Self.events(deployment, person.id) == [])
        }
    }

    @Test("a value of a hook's that breaks a rule is a 500 that the log explains without it, and nothing is stored")
    func breaksRules() async throws {
        let hooks = HandMade(
            create: { $0.patch.phone = .value("by pigeon") },
            update: { change in
                switch change.patch.bio.value {
                case "long": change.patch.displayName = .value(String(repeating: "x", count: 101))
                case "nul": change.patch.displayName = .value("a\u{0}b")
                case "pigeon": change.patch.phone = .value("by pigeon")
                case "null": change.patch.email = .null
                case "word": change.patch.customerTier = .value("gold")
                case "root": change.patch.displayName = .value("Root")
                case "key": change.patch.userId = .value(RecordID.made())
                case "two": (change.patch.phone, change.patch.avatarUrl) = (.value("pigeon"), .value("pigeon"))
                default: break
                }
            })
        let log = try LogFile()
        try await Deployment.scoped(serving: hooks.api(), { log.take(from: &$0) }) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let before = try await own.get("/api/users/me")
            let cases = [
                ("long", "display_name too_long"), ("nul", "display_name nul_not_allowed"),
                ("pigeon", "phone invalid_phone"), ("null", "email null_not_allowed"),
                ("word", "customer_tier not_a_choice"), ("root", "display_name validator"),
                ("key", "user_id not_writable"), ("two", "avatar_url invalid_url, phone invalid_phone"),
            ]
            for (bio, _) in cases {
                let answer = try await own.patch("/api/users/me", #"{"bio":"\#(bio)"}"#)
                #expect(answer.status == 500, "\(bio): \(answer.body)")
                #expect(answer.code == "internal_error")
                #expect(answer.issues == [])
                #expect(try await own.get("/api/users/me").body == before.body, "\(bio) was stored")
            }
            let id = try await deployment.identity()
            let made = try await deployment.client(roles: "admin").post(
                "/api/admin/users", #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#)
            #expect(made.status == 500)
            #expect(try await Self.events(deployment, person.id) + Self.events(deployment, id) == [])
            let lines = try await log.lines(cases.count + 1)
            for (line, (_, broken)) in zip(lines, cases) {
                #expect(line.contains(#""hook.broken":"\#(broken)""#), "\(line)")
                #expect(line.contains(#""hook.resource":"profile""#) && line.contains(#""hook.name":"before_update""#))
            }
            #expect(lines.last?.contains(#""hook.name":"before_create""#) == true)
            #expect(!log.text.contains("by pigeon") && !log.text.contains(person.id))
        }
    }

    @Test("what a hook writes is stored as a body's value is: normalised, and in fields that the caller may not write")
    func normalised() async throws {
        let hooks = HandMade(update: { change in
            guard change.patch.bio.isPresent else { return }
            change.patch.displayName = .value("  Ade\u{301}le ")
            change.patch.customerTier = .value("pro")
        })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            #expect(
                try await own.patch("/api/users/me", #"{"customer_tier":"pro"}"#).issues == [
                    "/customer_tier not_writable"
                ])
            let answer = try await own.patch("/api/users/me", #"{"bio":"x"}"#)
            #expect(answer.status == 200)
            #expect(
                answer.json["display_name"]?.string?.unicodeScalars.elementsEqual("Ad\u{e9}le".unicodeScalars) == true)
            let admin = try await deployment.client(roles: "admin").get(person.path)
            #expect(admin.json["customer_tier"] == "pro")
            #expect(
                try await Self.events(deployment, person.id) == ["update {display_name,bio,customer_tier}"])
        }
    }

    @Test("a value of a hook's that another record has is 409, as if the client had sent it")
    func taken() async throws {
        let hooks = HandMade(update: { change in change.patch.email = .value(change.patch.bio.value ?? "") })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let other = try await deployment.person()
            let own = try await deployment.client(as: person)
            let answer = try await own.patch("/api/users/me", #"{"bio":"\#(other.email.uppercased())"}"#)
            #expect(answer.status == 409)
            #expect(answer.code == "taken")
            #expect(!answer.body.contains(other.id), "the value is told")
            #expect(try await Self.events(deployment, person.id) == [])
        }
    }

    @Test("one that takes too long is given up: 503 in time, and nothing is stored when it comes back after all")
    func slow() async throws {
        let (began, ended) = (Seen<Bool>(), Seen<Bool>())
        let hooks = HandMade(update: { _ in
            began.add(true)
            // It does not care that it was cancelled.
            for _ in 0..<40 { try? await Task.detached { try await Task.sleep(for: .milliseconds(20)) }.value }
            ended.add(true)
        })
        try await Deployment.scoped(serving: hooks.api(), { $0.http.requestTime = .milliseconds(300) }) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let start = ContinuousClock.now
            let answer = try await own.patch("/api/users/me", #"{"bio":"late"}"#)
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] == "1")
            #expect(.now - start < .milliseconds(700))
            _ = try await began.wait(for: 1)
            _ = try await ended.wait(for: 1)
            #expect(try await own.get("/api/users/me").json["bio"] == "Builds engines.")
            #expect(try await Self.events(deployment, person.id) == [])
        }
    }

    @Test("one that blocks its thread does not hold up other requests of the same loop")
    func blocking() async throws {
        let hooks = HandMade(update: { _ in Self.block() })
        try await Deployment.scoped(serving: hooks.api(), { $0.http.eventLoops = 1 }) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let start = ContinuousClock.now
            async let slow = own.patch("/api/users/me", #"{"bio":"late"}"#)
            try await Task.sleep(for: .milliseconds(50))
            #expect(try await own.get("/livez").status == 200)
            #expect(.now - start < .milliseconds(600))
            #expect(try await slow.status == 200)
        }
    }

    @Test("is not asked about what is refused without it")
    func unasked() async throws {
        let asked = Seen<String>()
        let hooks = HandMade(
            create: { _ in asked.add("create") }, update: { _ in asked.add("update") },
            commit: { _ in asked.add("commit") })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let peer = try await deployment.client(roles: "user")
            #expect(try await peer.patch(person.path, #"{"bio":"x"}"#).status == 403)
            #expect(try await deployment.anonymous.patch(person.path, #"{"bio":"x"}"#).status == 401)
            #expect(try await own.patch(person.path, #"{"bio":7}"#).status == 422)
            #expect(try await own.patch(person.path, #"{"bio":"x"}"#, ["If-Match": "\"1-0-00000000\""]).status == 412)
            #expect(try await own.patch(person.path, "{").status == 400)
            #expect(try await own.patch(person.path, "{}").status == 200)
            let other = try await deployment.client(roles: "admin")
            #expect(try await other.patch(Person().path, #"{"bio":"x"}"#).status == 404)
            #expect(asked.all == [])
        }
    }

    @Test("sees the record as it is changed: asked again when another change came between, 412 for who named a version")
    func races() async throws {
        let (old, gate) = (Seen<String>(), Seen<Bool>())
        let hooks = HandMade(update: { change in
            guard change.patch.bio.isPresent else { return }
            old.add(change.old.jobTitle ?? "")
            if old.all.count == 1 || change.patch.bio.value == "named" { _ = try await gate.wait(for: 1) }
            change.patch.bio = .value(change.old.jobTitle ?? "")
        })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            async let first = own.patch("/api/users/me", #"{"bio":"of the title"}"#)
            _ = try await old.wait(for: 1)
            #expect(try await own.patch("/api/users/me", #"{"job_title":"Countess"}"#).status == 200)
            gate.add(true)
            let answer = try await first
            #expect(answer.status == 200)
            #expect(answer.json["bio"] == "Countess", "the hook looked at a record that was not changed")
            #expect(old.all == ["Engineer", "Countess"])
        }
    }

    private static func block() {
        let end = ContinuousClock.now + .milliseconds(800)
        while .now < end {}
    }

    private static func events(_ deployment: Deployment, _ id: String) async throws -> [String] {
        try await deployment.database.run(
            "SELECT action || ' ' || fields::text FROM roster.audit_events WHERE record_id = $1::uuid ORDER BY id", id
        ).map { $0[0] ?? "" }
    }
}
