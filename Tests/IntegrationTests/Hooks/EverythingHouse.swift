import Everything
import Foundation
import NIOCore
import Runtime
import TestSupport
import Testing

@testable import Server

/// A server of the spec with every word of the language, with functions by hand that a test brings.
enum EverythingHouse {
    /// Functions that do nothing, for a test to put its own among them.
    static var hooks: Everything.Hooks {
        let nothing = Nothing()
        return Everything.Hooks(
            personBeforeCreate: nothing, personAfterCommit: nothing, teamBeforeUpdate: nothing,
            plainName: { _ in nil }, inWords: { _, _, _ in nil }, last: { _ in nil }, knownWord: { _ in nil },
            introduce: { _ in IntroduceOutput(sent: false, kind: .a, body: JSONPatch(text: ByteBuffer(string: "{}"))) },
            default: { _ in NoOutput() }, clear: { _ in ClearOutput() }, remind: { _ in NoOutput() },
            countAll: { _ in CountAllOutput(count: 0) })
    }

    private struct Nothing: PersonBeforeCreate, PersonAfterCommit, TeamBeforeUpdate {
        func beforeCreate(_ change: inout BeforeCreate<Everything.Person>) async throws {}
        func afterCommit(_ change: Committed<Everything.Person>) async throws {}
        func beforeUpdate(_ change: inout BeforeUpdate<Team>) async throws {}
    }

    /// Runs a test with a server and an empty database of its own.
    static func scoped(
        _ hooks: Everything.Hooks, _ change: (inout ServerSettings) -> Void = { _ in },
        _ body: (EverythingServer) async throws -> Void
    ) async throws {
        let api = Everything.api(with: hooks)
        try await Deployment.withEmptyDatabase { url in
            try await Database(url: url).run("CREATE TABLE auth.identities (id uuid PRIMARY KEY)")
            try await Serving.prepareDatabase(url, for: api)
            let deployment = try await Deployment(on: url, serving: api, change)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(EverythingServer(deployment: deployment)))
            } catch {
                outcome = .failure(error)
            }
            await deployment.stop()
            try outcome.get()
        }
    }
}

struct EverythingServer: Sendable {
    static let base = "/v1/api.d"
    let deployment: Deployment

    /// Somebody of the authentication layer, with a token.
    func caller(_ roles: String...) async throws -> (id: String, client: Client) {
        let id = UUID().uuidString.lowercased()
        try await deployment.database.run("INSERT INTO auth.identities VALUES ($1::uuid)", id)
        let token = try await Deployment.token(subject: id, roles: roles)
        return (id, Client(port: deployment.port, token: token, isChecked: false))
    }

    var anonymous: Client { Client(port: deployment.port, isChecked: false) }

    /// The path of a new team.
    func team(_ label: String = "Bees") async throws -> String {
        let made = try await caller("admin").client.post(
            Self.base + "/teams/all", #"{"team_id":"\#(UUID().uuidString)","label":"\#(label)"}"#)
        return try made.place
    }

    /// The path of a new desk.
    func desk(of holder: String? = nil) async throws -> String {
        let team = try await team().split(separator: "/").last ?? ""
        let holder = holder.map { #","holder_id":"\#($0)""# } ?? ""
        let made = try await caller("admin").client.post(Self.base + "/desks", #"{"team":"\#(team)"\#(holder)}"#)
        return try made.place
    }
}

extension Answer {
    /// Where the record is that was made.
    fileprivate var place: String {
        get throws {
            guard status == 201, let place = headers["location"] else { throw NotMade(answer: body) }
            return place
        }
    }
}

private struct NotMade: Error {
    let answer: String
}
