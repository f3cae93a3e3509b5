import Foundation
import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Operations that a function by hand answers", .timeLimit(.minutes(1)))
struct CallTests {
    private static let check = "/api/users/me/name-check"

    @Test("one shows of the record what its reader may see, and no more")
    func masked() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person { person in
            person.name = "Ada, Countess"
            person.bio = "Builds engines;\nand programs."
            person.visibility = ["bio": "user", "email": "nobody", "phone": "nobody"]
        }
        let own = try await deployment.client(as: person).get("/api/users/me/vcard")
        #expect(
            own.json["vcard"]?.string?.components(separatedBy: "\r\n") == [
                "BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:\(person.id)", "FN:Ada\\, Countess",
                "EMAIL:\(person.email)", "TEL;VALUE=uri:tel:+4915112345678", "NOTE:Builds engines\\;\\nand programs.",
                "END:VCARD", "",
            ])
        let peer = try await deployment.client(roles: "user").get(person.path + "/vcard")
        #expect(peer.status == 200)
        let card = peer.json["vcard"]?.string ?? ""
        #expect(card.contains("NOTE:") && !card.contains("EMAIL") && !card.contains("TEL"))
    }

    @Test("who may not call it is turned away before anything else, and a record that is not there is a 404")
    func rights() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let peer = try await deployment.client(roles: "user")
        #expect(try await deployment.anonymous.get(person.path + "/vcard").status == 401)
        #expect(try await peer.get(Person().path + "/vcard").status == 404)
        #expect(try await peer.get("/api/users/me/vcard").status == 404)
        #expect(try await peer.get("/api/users/none/vcard").status == 404)
        #expect(try await peer.get(person.path + "/vcard?more=1").code == "unknown_parameter")
        #expect(try await peer.post(person.path + "/vcard", "{}").status == 405)
        let refused = try await peer.post(person.path + "/name-check", "{")
        #expect(refused.status == 403, "a body was read for somebody who may not send one")
    }

    @Test("its input is checked like any body, and its output is as the document says")
    func typed() async throws {
        let deployment = try await Deployment.shared
        let name = "Ada \(Person().id)"
        let holder = try await deployment.person { $0.name = name }
        let own = try await deployment.client(as: deployment.person())
        let taken = try await own.post(Self.check, #"{"display_name":" \#(name) "}"#)
        #expect(taken.status == 200)
        #expect(taken.json == ["is_presentable": true, "others": 1, "reason": .null])
        let free = try await own.post(Self.check, #"{"display_name":"\#(Person().id)"}"#)
        #expect(free.json == ["is_presentable": true, "others": 0, "reason": .null])
        let reserved = try await own.post(Self.check, #"{"display_name":"Root"}"#)
        #expect(reserved.json["is_presentable"] == false)
        #expect(reserved.json["reason"] == "is kept for those who speak for this service")
        // One's own name is no other's.
        let again = try await deployment.client(as: holder).post(Self.check, #"{"display_name":"\#(name)"}"#)
        #expect(again.json["others"] == 0)
    }

    @Test(
        "what is wrong with its input is told as for any body",
        arguments: [
            (#"{"display_name":"","more":1}"#, 422, ["/display_name too_short", "/more unknown_field"]),
            (#"{}"#, 422, ["/display_name missing_field"]), (#"{"display_name":null}"#, 422, nil),
            (#"{"display_name":["x"]}"#, 422, ["/display_name wrong_type"]), ("[]", 422, nil), ("{", 400, []),
            (#"{"display_name":"a","display_name":"b"}"#, 400, []), ("", 400, []),
        ] as [(String, Int, [String]?)])
    func badInput(body: String, status: Int, issues: [String]?) async throws {
        let deployment = try await Deployment.shared
        let own = try await deployment.client(as: deployment.person())
        let answer = try await own.post(Self.check, body)
        #expect(answer.status == status, "\(answer.body)")
        #expect(answer.headers["content-type"] == "application/problem+json")
        if let issues { #expect(answer.issues == issues) }
        let plain = try await own.send("POST", Self.check, body, headers: ["Content-Type": "text/plain"])
        #expect(plain.status == 415)
    }

    @Test("If-Match is about the record: another version is refused before the function is called")
    func versions() async throws {
        let called = Seen<Int64>()
        let api = HandMade().api { hooks in
            hooks.checkName = { call in
                called.add(call.version)
                return CheckNameOutput(isPresentable: true, others: 0)
            }
        }
        try await Deployment.scoped(serving: api) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let old = try await own.get("/api/users/me").etag
            let body = #"{"display_name":"Ada"}"#
            #expect(try await own.post(Self.check, body, ["If-Match": old]).status == 200)
            #expect(try await own.patch("/api/users/me", #"{"bio":"New."}"#).status == 200)
            let refused = try await own.post(Self.check, body, ["If-Match": old])
            #expect(refused.status == 412)
            #expect(refused.code == "stale_version")
            #expect(try await own.post(Self.check, body, ["If-Match": "*"]).status == 200)
            #expect(called.all.count == 2)
            #expect(called.all.first != called.all.last)
        }
    }

    @Test("one that throws is a 500 without a word of it, a problem that it throws is the answer, a slow one is a 503")
    func failing() async throws {
        let api = HandMade().api { hooks in
            hooks.checkName = { call in
                switch call.input.displayName {
                case "accident": throw Accident()
                case "problem":
                    throw Problem.validation([Issue(pointer: "/display_name", code: "odd", message: "is odd")])
                default:
                    try await Task.sleep(for: .seconds(60))
                    throw Accident()
                }
            }
        }
        try await Deployment.scoped(serving: api, { $0.http.requestTime = .milliseconds(300) }) { deployment in
            let own = try await deployment.client(as: deployment.person())
            let accident = try await own.post(Self.check, #"{"display_name":"accident"}"#)
            #expect(accident.status == 500)
            #expect(accident.code == "internal_error")
            #expect(!accident.body.contains("secret"))
            let problem = try await own.post(Self.check, #"{"display_name":"problem"}"#)
            #expect(problem.issues == ["/display_name odd"])
            let start = ContinuousClock.now
            let slow = try await own.post(Self.check, #"{"display_name":"slow"}"#)
            #expect(slow.status == 503)
            #expect(slow.headers["retry-after"] == "1")
            #expect(.now - start < .milliseconds(700))
        }
    }

    @Test("one that reads has no 412, which the document does not list for it")
    func staleRead() async throws {
        let api = HandMade().api { hooks in
            hooks.vcard = { _ in throw Problem.stale }
            hooks.checkName = { _ in throw Problem.stale }
        }
        try await Deployment.scoped(serving: api) { deployment in
            let own = try await deployment.client(as: deployment.person())
            #expect(try await own.get("/api/users/me/vcard").status == 500)
            #expect(try await own.post(Self.check, #"{"display_name":"Ada"}"#).status == 412)
        }
    }
}
