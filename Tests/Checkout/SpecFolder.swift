import Foundation

/// A folder with a spec of one resource and its migrations, as a developer has it; gone with the value.
package struct SpecFolder: Sendable {
    private let scratch: Scratch

    package init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(
            at: scratch.folder.appending(path: "spec"), withIntermediateDirectories: false)
        try write([])
    }

    package var folder: URL { scratch.folder }
    package var spec: URL { folder.appending(path: "spec/users.yaml") }
    package var migrations: URL { folder.appending(path: "spec/migrations") }
    package var lock: URL { migrations.appending(path: "migrations.lock") }

    package var lockText: String {
        get throws { try String(contentsOf: lock, encoding: .utf8) }
    }

    /// - Parameters:
    ///   - fields: beside the keys: `nick: {type: text, length: ..40, read: user, write: self}`
    ///   - removed: fields that stand under `removed:`.
    package func write(_ fields: [String], removed: [String] = []) throws {
        let tombstones = removed.map { "\n      \($0): {since: 2026-11-01}" }.joined()
        let text = """
            spec: 1
            api: {name: test, base: /api, version: 2026-11-01}
            identity: {table: auth.users, key: id, claim: sub}
            roles:
              user: {token: true}
              self: {when: actor.id == record.user_id}
            resources:
              person:
                table: people
                path: /people
                key: user_id
                allow: {read: user, create: user, update: self}
                fields:
                  id: {type: serial, internal: true}
                  user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
            \(fields.map { "      \($0)" }.joined(separator: "\n"))
            \(removed.isEmpty ? "" : "    removed:" + tombstones)

            """
        try Data(text.utf8).write(to: spec)
    }

    /// `rosterc migrate …` in this folder.
    @discardableResult
    package func migrate(_ arguments: String...) throws -> BuiltTool.Result {
        try BuiltTool.run(["migrate"] + arguments, in: folder)
    }

    /// A copy of the spec and its migrations, as a git branch has it.
    package func save() throws -> URL {
        let copy = folder.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(at: folder.appending(path: "spec"), to: copy)
        return copy
    }

    package func restore(_ copy: URL) throws {
        try FileManager.default.removeItem(at: folder.appending(path: "spec"))
        try FileManager.default.copyItem(at: copy, to: folder.appending(path: "spec"))
    }
}
