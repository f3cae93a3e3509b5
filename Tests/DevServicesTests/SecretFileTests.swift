import Foundation
import Testing

@testable import DevServices

@Suite("A secret file")
struct SecretFileTests {
    @Test("gives everyone who comes at once the same secret, readable by its owner alone")
    func agrees() async throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        let path = folder + "/secret"
        let secrets = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 { group.addTask { try SecretFile.readOrCreate(path) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(secrets.count == 1)
        #expect(secrets.first?.count == 43)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret"])
    }

    @Test("refuses an empty file instead of signing with nothing")
    func refusesEmpty() throws {
        let folder = try Folder.temporary("roster-test")
        defer { Folder.remove(folder) }
        try "".write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
        #expect(throws: DevServiceError.self) { try SecretFile.readOrCreate(folder + "/secret") }
    }
}
