import Foundation
import Runtime
import Synchronization
import TestSupport
import Testing

/// Clients who read and write all the time, at whichever servers there are, and remember what they were told is stored.
final class RollingLoad: Sendable {
    /// A server, and what its contract calls the field that gets another name.
    struct Server: Sendable {
        let port: Int
        let isNew: Bool
        var birthday: String { isNew ? "birthday" : "born" }
    }

    struct Author: Sendable {
        var name: String
        var birthday: String
    }

    struct Memory: Sendable {
        var servers: [Server]
        /// By id: the last that a server has acknowledged.
        var authors: [String: Author] = [:]
        /// By id: what is to be read of its pages.
        var books: [String: Int] = [:]
        var writes = 0
        /// Rounds that each client has begun.
        var rounds: [Int: Int] = [:]
        var failures: [String] = []
        /// Clients end between two rounds: one that is cancelled gets no answer, which is no fault of the server's.
        var isOver = false
    }

    private let memory: Mutex<Memory>
    private let token: String

    init(_ servers: [Server], token: String) {
        memory = Mutex(Memory(servers: servers))
        self.token = token
    }

    var state: Memory { memory.withLock { $0 } }

    func turn(to servers: [Server]) { memory.withLock { $0.servers = servers } }

    /// Runs a body while clients are at work.
    func during(_ body: () async throws -> Void) async throws {
        let clients = (0..<4).map { number in Task { try await self.work(number) } }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        memory.withLock { $0.isOver = true }
        for client in clients { try await client.value }
        try outcome.get()
    }

    /// Waits until the clients have written so much more.
    func writes(_ count: Int) async throws {
        let goal = state.writes + count
        let end = ContinuousClock.now + .seconds(60)
        while state.writes < goal {
            try #require(end > .now && state.failures.isEmpty, "\(state.failures)")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Waits until no client is at a server of before.
    func settle() async throws {
        let before = state.rounds
        let end = ContinuousClock.now + .seconds(60)
        while state.rounds.contains(where: { $0.value <= before[$0.key] ?? 0 }) {
            try #require(end > .now)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func client(_ server: Server) -> Client { Client(port: server.port, token: token, isChecked: false) }

    private func work(_ number: Int) async throws {
        guard let first = state.servers.first else { return }
        let made = try await client(first).post("/api/authors", #"{"name":"Author \#(number)"}"#)
        let id = try #require(made.json["id"]?.string)
        var round = 0
        while !state.isOver {
            round += 1
            let servers = memory.withLock { memory in
                memory.rounds[number] = round
                return memory.servers
            }
            try await change(id, at: servers[round % servers.count], others: servers, round)
            if round % 5 == 0 { try await makeBook(of: id, at: servers[(round / 5) % servers.count], round) }
        }
    }

    /// Writes at one server; every server gives what was written, the one that wrote at once.
    private func change(_ id: String, at server: Server, others: [Server], _ round: Int) async throws {
        let author = Author(
            name: "Name \(round)", birthday: "19\(10 + round % 90)-\(round % 2 == 0 ? "05" : "11")-1\(round % 10)")
        let body = #"{"name":"\#(author.name)","\#(server.birthday)":"\#(author.birthday)"}"#
        let written = try await client(server).patch("/api/authors/\(id)", body)
        expect(written, 200, "PATCH author, new: \(server.isNew)")
        memory.withLock { memory in
            memory.authors[id] = author
            memory.writes += 1
        }
        for other in [server] + others {
            let end = ContinuousClock.now + (other.port == server.port ? .zero : .seconds(2))
            var read = try await self.read(id, other)
            while read?.name != author.name || read?.birthday != author.birthday, end > .now {
                read = try await self.read(id, other)
            }
            if read?.name != author.name || read?.birthday != author.birthday {
                fail(
                    "round \(round): new \(server.isNew) wrote \(author), new \(other.isNew) gives \(String(describing: read))"
                )
            }
        }
    }

    private func read(_ id: String, _ server: Server) async throws -> Author? {
        let answer = try await client(server).get("/api/authors/\(id)")
        expect(answer, 200, "GET author, new: \(server.isNew)")
        guard let name = answer.json["name"]?.string, let birthday = answer.json[server.birthday]?.string else {
            return nil
        }
        return Author(name: name, birthday: birthday)
    }

    private func makeBook(of author: String, at server: Server, _ round: Int) async throws {
        let own = server.isNew ? #""pages":\#(round)"# : #""topics":["horror"]"#
        let body = #"{"title":"Book \#(round)","author":"\#(author)",\#(own)}"#
        let made = try await client(server).post("/api/books", body)
        expect(made, 201, "POST book, new: \(server.isNew)")
        guard let id = made.json["id"]?.string else { return }
        memory.withLock { $0.books[id] = server.isNew ? round : 100 }
    }

    private func expect(_ answer: Answer, _ status: Int, _ what: String) {
        if answer.status != status { fail("\(what): \(answer.status) \(answer.body)") }
    }

    private func fail(_ what: String) {
        memory.withLock { $0.failures.append(what) }
    }
}
